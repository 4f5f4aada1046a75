import { execFileSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

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

/** A headless Chromium: `CHROMIUM_PATH`, an installed one, or the packaged one. Without any it throws. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? installed() ?? (await packaged());
  return chromium.launch({ executablePath, args: flags, headless: true });
}
