import { writtenShows } from '../stage/shows.ts';

/** Values of the recorded request that have to be others in each repeat of it. */
export const standIns = {
  entryId: '11111111-1111-4111-8111-111111111111',
  key: 'key-of-the-recorded-request',
  operator: 'Operator of the recorded request',
  /** The first of the shows that are written to. */
  showId: '00000000-0000-7000-8000-000000000001',
};

/** How pgbench's expressions and our own loop make them from two numbers: one of the repeat, one of the show. */
export const replacements = [
  {
    from: standIns.entryId,
    sql: `'22222222-2222-4222-8000-' || lpad(to_hex(:n::bigint), 12, '0')`,
    of: ({ n }: Numbers) => `22222222-2222-4222-8000-${n.toString(16).padStart(12, '0')}`,
  },
  { from: standIns.key, sql: `'key ' || :n::bigint`, of: ({ n }: Numbers) => `key ${n}` },
  { from: standIns.operator, sql: `'Pilot ' || :n::bigint`, of: ({ n }: Numbers) => `Pilot ${n}` },
  {
    from: standIns.showId,
    sql: `'00000000-0000-7000-8000-' || lpad(to_hex(:show::bigint), 12, '0')`,
    of: ({ show }: Numbers) => `00000000-0000-7000-8000-${show.toString(16).padStart(12, '0')}`,
  },
];

export interface Numbers {
  n: number;
  show: number;
}

export const someNumbers = (): Numbers => ({
  n: Math.floor(Math.random() * 2 ** 46),
  show: 1 + Math.floor(Math.random() * writtenShows),
});
