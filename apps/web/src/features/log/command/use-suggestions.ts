import { useMemo, useState } from 'react';
import { complete } from './complete.ts';
import type { CommandRow } from './plan.ts';

/** What a line can become, and which of that is chosen: none until somebody chooses. */
export function useSuggestions(line: string, rows: readonly CommandRow[], open: boolean) {
  const [choice, setChoice] = useState({ line, index: -1 });
  const suggestions = useMemo(() => (open ? complete(line, rows) : []), [open, line, rows]);
  const chosen = choice.line === line && choice.index < suggestions.length ? choice.index : -1;
  const move = (steps: number) => {
    const places = suggestions.length + 1;
    // One place more than there are suggestions: back in the line.
    setChoice({ line, index: ((chosen + 1 + steps + places) % places) - 1 });
  };
  return { suggestions, chosen, move };
}
