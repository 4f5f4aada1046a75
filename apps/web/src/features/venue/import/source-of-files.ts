import type { importLegacy } from '@monkey-tracker/contract/import';
import type { Arguments } from '@monkey-tracker/contract/endpoint';

export type Source = Arguments<typeof importLegacy>['body'];
type Kind = keyof Source;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a file of the old software holds, by its content; its name decides about an empty list alone. */
function kindOf(name: string, content: unknown): Kind | undefined {
  if (isRecord(content) && ['crew', 'pilots', 'monkeyLeads'].some((roster) => roster in content))
    return 'staff';
  const list = isRecord(content) ? content['shows'] : content;
  if (!Array.isArray(list)) return undefined;
  if (list.length === 0) return /archive/i.test(name) ? 'archive' : 'shows';
  return list.some((one) => isRecord(one) && 'archivedAt' in one) ? 'archive' : 'shows';
}

/**
 * Puts the chosen files together as one import.
 * @throws Error with a sentence that names the file which is not one of the old software's.
 */
export async function sourceOf(files: readonly Pick<File, 'name' | 'text'>[]): Promise<Source> {
  const source: Source = {};
  for (const file of files) {
    const text = await file.text();
    let content: unknown;
    try {
      content = JSON.parse(text);
    } catch {
      throw new Error(`${file.name} is not JSON`);
    }
    const kind = kindOf(file.name, content);
    if (kind === undefined) {
      throw new Error(`${file.name} holds neither shows nor rosters of the old software`);
    }
    if (source[kind] !== undefined)
      throw new Error(`${file.name} is a second file with the same kind of data`);
    Object.assign(source, { [kind]: content });
  }
  return source;
}
