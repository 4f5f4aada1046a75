import type { VitePWAOptions } from 'vite-plugin-pwa';

/** The pages as an app of the device: they open without the network, and a new version waits until somebody asks. */
export const installable: Partial<VitePWAOptions> = {
  // Never reload in a show.
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    name: 'Monkey Tracker',
    short_name: 'Monkey Tracker',
    description: 'The operations log of a live drone show',
    display: 'standalone',
    start_url: '/',
    background_color: '#000000',
    theme_color: '#000000',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
    navigateFallback: '/index.html',
    navigateFallbackDenylist: [/^\/(api|docs)(\/|$)/],
    cleanupOutdatedCaches: true,
    inlineWorkboxRuntime: true,
  },
};
