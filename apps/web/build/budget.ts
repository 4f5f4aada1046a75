import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The first page on a slow network: scripts and styles, gzip, in bytes of a thousand to the kilobyte. */
const firstLoadBytes = 300_000;

/** Ends a build whose first page would take too long on the network of a venue. Charts and the like load later. */
export function budget(): Plugin {
  let folder = '';
  return {
    name: 'budget',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: {
      // After the compressed files are written.
      order: 'post',
      sequential: true,
      async handler() {
        const page = await readFile(join(folder, 'index.html'), 'utf8');
        const files = new Set(page.match(/assets\/[\w.-]+\.(js|css)/g));
        const sizes = await Promise.all([...files].map(async (file) => stat(join(folder, `${file}.gz`))));
        const total = sizes.reduce((sum, { size }) => sum + size, 0);
        const words = `the first page loads ${Math.round(total / 1_000)} kB of ${firstLoadBytes / 1_000} kB (gzip)`;
        if (total > firstLoadBytes) throw new Error(`${words}: load something later`);
        this.info(words);
      },
    },
  };
}
