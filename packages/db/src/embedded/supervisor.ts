/**
 * Runs one program and stops it when our standard input ends, which it does however our parent dies.
 * Called as: supervisor.ts <uid or -> <gid or -> <program> <arguments…>
 */
import { spawn } from 'node:child_process';

const [uid = '-', gid = '-', program = '', ...args] = process.argv.slice(2);
const identity = uid === '-' ? {} : { uid: Number(uid), gid: Number(gid) };
const child = spawn(program, args, { ...identity, stdio: ['ignore', 'inherit', 'inherit'] });

/** A server that hangs while it recovers from a crash does not hear a polite request. */
const patienceMs = 8_000;

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  child.kill('SIGINT');
  setTimeout(() => child.kill('SIGQUIT'), patienceMs).unref();
}

process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
child.on('error', () => process.exit(1));
child.on('exit', (code) => process.exit(code ?? 1));
