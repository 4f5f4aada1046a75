import { keepDraft, readDraft } from '../../../ui/draft.ts';

/** The lines of this tab, for ↑ to bring back. They go with the drafts when somebody else signs in. */
const key = 'commands';
const most = 50;

export const earlierLines = (): string[] => readDraft<{ lines: string[] }>(key, { lines: [] }).lines;

/** Keeps a line as the latest, once. */
export function keepLine(line: string): void {
  const typed = line.trim();
  if (typed === '') return;
  const others = earlierLines().filter((one) => one !== typed);
  keepDraft(key, { lines: [...others, typed].slice(-most) });
}
