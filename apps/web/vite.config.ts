import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { budget } from './build/budget.ts';
import { installable } from './build/installable.ts';
import { precompress } from './build/precompress.ts';
import { dropUnusedStyles } from './build/unused-styles.ts';

export default defineConfig({
  plugins: [react(), dropUnusedStyles(), VitePWA(installable), precompress(), budget()],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    // Inlined files would be data: addresses, which the Content-Security-Policy does not allow for scripts and fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
  },
});
