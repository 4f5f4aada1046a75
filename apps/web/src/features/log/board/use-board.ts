import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { staffQuery } from '../../../api/venue.ts';
import { keepDraft, readDraft } from '../../../ui/draft.ts';
import type { LoggedShow } from '../log.record.ts';
import { lineupQuery } from '../log.queries.ts';
import { unitsDraftOf } from './drafts.ts';
import { rowsOf } from './rows.ts';

/** What people typed on the board itself: other units, and pilots who are on no roster. */
interface Typed {
  pilots: string[];
  units: string[];
}

const nothing: Typed = { pilots: [], units: [] };

/** The rows of a show's board, with the units and pilots that were typed in on this page. */
export function useBoard(show: LoggedShow, shows: readonly LoggedShow[]) {
  const { data: staff } = useQuery(staffQuery);
  const { data: lineup } = useQuery(lineupQuery);
  const draft = unitsDraftOf(show.id);
  // Two lists, side by side: a draft keeps lists of words.
  const [typed, setTyped] = useState(() => readDraft(draft, nothing));
  const [added, setAdded] = useState<string[]>([]);
  const rows = useMemo(() => {
    const own = new Map(typed.pilots.map((pilot, index) => [pilot, typed.units[index] ?? '']));
    const all = rowsOf(show, { roster: staff?.pilots ?? [], added, lineup: lineup ?? [], shows });
    return all.map((row) => (row.entry ? row : { ...row, unitId: own.get(row.key) ?? row.unitId }));
  }, [show, shows, staff, lineup, added, typed]);

  const setUnit = (pilot: string, unit: string) => {
    const rest = typed.pilots.flatMap((key, index) =>
      key === pilot ? [] : [[key, typed.units[index] ?? ''] as const],
    );
    const all = [...rest, [pilot, unit] as const];
    const next = { pilots: all.map(([key]) => key), units: all.map(([, value]) => value) };
    keepDraft(draft, next);
    setTyped(next);
  };
  return { rows, setUnit, addPilot: (name: string) => setAdded([...added, name]) };
}
