/** Texts that are asked less often gain nothing from being kept. */
const worthwhile = 4;
/** How many texts are counted, and how many are kept by each connection: it holds memory for every one of them. */
const counted = 1_000;
const kept = 100;

const counts = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement, so that PostgreSQL plans it once; undefined for one that is rare,
 * or is none that is planned. The same in the whole process: each connection prepares it at its first use.
 */
export function nameOfStatement(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size === kept || !/^\s*(?:select|insert|update|delete|with)\b/i.test(text)) return undefined;
  const count = (counts.get(text) ?? 0) + 1;
  if (count < worthwhile) {
    if (counts.size < counted) counts.set(text, count);
    return undefined;
  }
  counts.delete(text);
  const name = `often_${names.size + 1}`;
  names.set(text, name);
  return name;
}
