import { storable } from '@monkey-tracker/contract/text';

const text = storable(Number.MAX_SAFE_INTEGER);
const deepest = 32;

/** Whether PostgreSQL can hold a JSON value as it is: its texts, its keys, and not nested without end. */
export function isStorable(value: unknown, depth = 0): boolean {
  if (depth > deepest) return false;
  if (typeof value === 'string') return text.safeParse(value).success;
  if (Array.isArray(value)) return value.every((one) => isStorable(one, depth + 1));
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, one]) => isStorable(key) && isStorable(one, depth + 1));
}
