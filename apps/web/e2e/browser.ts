import { execFileSync } from 'node:child_process';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** For root, for machines without a graphics card, and so that nothing is asked of the network. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installedNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function installed(): string | undefined {
  for (const name of installedNames) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

/** The Chromium inside an npm package; asked in this way it also unpacks the libraries that a bare Linux lacks. */
async function packaged(): Promise<string> {
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const { default: carried } = await import('@sparticuz/chromium');
  return carried.executablePath();
}

/** `CHROMIUM_PATH`, an installed Chromium, or the packaged one. Without any it throws. */
const program = async () => process.env['CHROMIUM_PATH'] ?? installed() ?? (await packaged());

/** Before the tests begin: several that unpacked it at once would start what another one still writes. */
export const setup = async (): Promise<void> => void (await program());

/** A headless Chromium. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await program(), args: flags, headless: true });
}

/** A browser whose storage lies in a folder and outlives it, as on a tablet. */
export async function launchDevice(folder: string, url: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: await program(),
    args: flags,
    headless: true,
    viewport: { width: 820, height: 1180 },
    baseURL: url,
  });
}
