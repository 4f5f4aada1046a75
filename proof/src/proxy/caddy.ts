import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const caddyfile = fileURLToPath(new URL('../../../deploy/Caddyfile', import.meta.url));

/** Lets names lead to addresses, as the network of compose.yaml does; only this program's own namespace sees it. */
export function nameHosts(folder: string, hosts: Record<string, string>): void {
  const file = join(folder, 'hosts');
  const known = existsSync(file);
  const lines = Object.entries({ localhost: '127.0.0.1', ...hosts }).map(
    ([name, address]) => `${address} ${name}\n`,
  );
  writeFileSync(file, lines.join(''));
  if (!known) execFileSync('mount', ['--bind', file, '/etc/hosts']);
}

/** Caddy with the Caddyfile as it is; only its own authority is kept out of the machine's trust. */
export class Caddy {
  readonly #folder: string;
  #child: ChildProcess | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get #env() {
    return { PATH: process.env.PATH, SITE: 'localhost', HOME: this.#folder, XDG_DATA_HOME: this.#folder };
  }

  /** @returns the certificate of its own authority */
  async start(): Promise<string> {
    const adapted = execFileSync('caddy', ['adapt', '--config', caddyfile, '--adapter', 'caddyfile'], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    // Of Caddy's settings this needs to know one place only.
    const settings = JSON.parse(adapted.toString()) as { apps: Record<string, unknown> };
    settings.apps.pki = { certificate_authorities: { local: { install_trust: false } } };
    const config = join(this.#folder, 'caddy.json');
    writeFileSync(config, JSON.stringify(settings));
    this.#child = spawn('caddy', ['run', '--config', config], { env: this.#env, stdio: 'ignore' });
    const root = join(this.#folder, 'caddy/pki/authorities/local/root.crt');
    const issued = join(this.#folder, 'caddy/certificates/local/localhost/localhost.crt');
    for (let tries = 0; !existsSync(issued); tries += 1) {
      if (tries === 200 || this.#child.exitCode !== null)
        throw new Error('Caddy did not get its certificate');
      await pause(100);
    }
    return readFileSync(root, 'utf8');
  }

  async stop(): Promise<void> {
    if (!this.#child || this.#child.exitCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }
}
