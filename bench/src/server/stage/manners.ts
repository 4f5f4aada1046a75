import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(
  readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
) as { scripts: { start: string } };
const words = scripts.start.split(' ');

/** Node's own options, as `pnpm start` gives them. */
export const options = words.filter((word) => word.startsWith('--max'));
/** The variables that it sets. */
export const variables = Object.fromEntries(
  words.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=')),
) as Record<string, string>;
