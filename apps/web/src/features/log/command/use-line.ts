import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { earlierLines, keepLine } from './earlier.ts';

/** What is typed into the command bar of a show, through a reload too, and the way back to earlier lines. */
export function useLine(showId: string) {
  const draft = `command.${showId}`;
  const [line, setLine] = useState(() => readDraft(draft, { line: '' }).line);
  // How many lines back it is; 0 for a line that is being written.
  const [back, setBack] = useState(0);
  const write = (text: string) => {
    setLine(text);
    setBack(0);
    if (text === '') dropDraft(draft);
    else keepDraft(draft, { line: text });
  };
  const recall = (steps: number) => {
    const lines = earlierLines();
    const next = Math.min(Math.max(back + steps, 0), lines.length);
    write(next === 0 ? '' : (lines.at(-next) ?? ''));
    setBack(next);
  };
  const finish = () => {
    keepLine(line);
    write('');
  };
  return { line, write, finish, recall, recalled: back > 0 };
}
