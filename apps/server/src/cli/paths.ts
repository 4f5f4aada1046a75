import { resolve } from 'node:path';

/** A path as the person meant it: pnpm runs scripts in the workspace's root and says where it was called. */
export const fromCaller = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);
