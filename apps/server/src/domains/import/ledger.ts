import type { ImportReport } from '@monkey-tracker/contract/import';

type Kind = 'shows' | 'archive';
type Outcome = 'imported' | 'present' | 'refused';
type Refusal = ImportReport['refused'][number];

const nothing = () => ({ imported: 0, present: 0, refused: 0 });

/** Keeps count while an import runs: each record ends as imported, present or refused. */
export function openLedger(dryRun: boolean) {
  const tallies = { shows: nothing(), archive: nothing(), entries: nothing(), names: nothing() };
  const refused: Refusal[] = [];

  return {
    /** Where each show of this source stood first, with its content: some sources name one twice. */
    seen: new Map<string, { source: string; record: unknown }>(),

    show(kind: Kind, outcome: Outcome, entries: number) {
      tallies[kind][outcome] += 1;
      tallies.entries[outcome] += entries;
    },
    refuseShow(kind: Kind, refusal: Refusal, entries: number) {
      this.show(kind, 'refused', entries);
      refused.push(refusal);
    },
    names(outcome: Outcome, count: number) {
      tallies.names[outcome] += count;
    },
    refuseName(source: string, reason: string) {
      tallies.names.refused += 1;
      refused.push({ source, id: null, reason });
    },
    tookSomething: () => Object.values(tallies).some((tally) => tally.imported > 0),
    report: (purgeDue: number): ImportReport => ({ dryRun, ...tallies, refused, purgeDue }),
  };
}

export type Ledger = ReturnType<typeof openLedger>;
