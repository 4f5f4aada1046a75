import './board.css';
import { createEntry } from '@monkey-tracker/contract/entries';
import { Drawer } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useMay } from '../../../api/me.ts';
import { useUnitLabel } from '../../../api/venue.ts';
import { later } from '../../../ui/later.ts';
import { Loading } from '../../../ui/states.tsx';
import { useShortcut } from '../../../ui/shortcuts/use-shortcut.ts';
import { type EntryValues, settle, untouched } from '../entries/entry-values.ts';
import { useChanges } from '../log.changes.ts';
import type { LoggedShow } from '../log.record.ts';
import { useWhereabouts } from '../presence/whereabouts.ts';
import { AddPilot } from './add-pilot.tsx';
import { BoardLine } from './board-line.tsx';
import { focusRow } from './focus-row.ts';
import { type BoardRow, nextUnlogged } from './rows.ts';

const Panel = later(async () => (await import('./panel.tsx')).Panel);

interface Props {
  show: LoggedShow;
  rows: readonly BoardRow[];
  setUnit: (pilot: string, unit: string) => void;
  addPilot: (name: string) => void;
  /** The entry that the address names; its panel is open. */
  entryId?: string;
  /** Puts an entry into the address, or takes it out. */
  onEntry: (entryId?: string) => void;
}

/** Where the panel of a pilot without an entry begins: with what the button said. */
type Began = { key: string; values: Partial<EntryValues> };

/** The pilots of a show, one line each: a touch or a key for what is usual, a panel for what is not. */
export function Board({ show, rows, setUnit, addPilot, entryId, onEntry }: Props) {
  const may = useMay();
  const logs = may(createEntry);
  const changes = useChanges();
  const unitLabel = useUnitLabel();
  const [active, setActive] = useState<string>();
  const [began, setBegan] = useState<Began>();
  const [noUnit, setNoUnit] = useState<string>();
  const current = rows.find(({ key }) => key === active) ?? rows.find((row) => !row.entry) ?? rows.at(0);
  const open = rows.find(({ entry, key }) =>
    entryId === undefined ? key === began?.key : entry?.id === entryId,
  );

  useWhereabouts(show.id, open?.key ?? null);

  const go = (row: BoardRow | undefined) => {
    if (!row) return;
    setActive(row.key);
    focusRow(row.key);
  };
  const move = (by: number) => go(rows[rows.findIndex((row) => row === current) + by]);
  const complete = (row: BoardRow) => {
    if (row.entry) return;
    if (row.unitId.trim() === '') {
      setNoUnit(row.key);
      return focusRow(row.key, 'unit');
    }
    setNoUnit(undefined);
    changes.createEntry(show.id, { ...untouched, operator: row.operator, unitId: row.unitId });
    go(nextUnlogged(rows, row.key) ?? row);
  };
  const begin = (row: BoardRow, values: Partial<EntryValues>) => {
    setActive(row.key);
    setBegan({ key: row.key, values });
    onEntry(row.entry?.id);
  };
  const edit = (row: BoardRow) => begin(row, {});
  const close = () => {
    setBegan(undefined);
    onEntry(undefined);
    if (open) setTimeout(() => go(nextUnlogged(rows, open.key) ?? open));
  };

  const possible = logs && current !== undefined && open === undefined;
  const onCurrent = (act: (row: BoardRow) => void) => () => current && act(current);
  useShortcut('nextRow', () => move(1), rows.length > 0);
  useShortcut('previousRow', () => move(-1), rows.length > 0);
  useShortcut('completed', onCurrent(complete), possible);
  useShortcut(
    'noLaunch',
    onCurrent((row) => begin(row, { launched: 'No' })),
    possible,
  );
  useShortcut(
    'abort',
    onCurrent((row) => begin(row, { launched: 'Yes', status: 'Abort' })),
    possible,
  );
  useShortcut(
    'defect',
    onCurrent((row) => begin(row, settledDefect)),
    possible,
  );
  useShortcut('editRow', onCurrent(edit), possible);

  return (
    <>
      <ul className="board" aria-label="Pilots">
        {rows.map((row) => (
          <BoardLine
            key={row.key}
            showId={show.id}
            row={row}
            unitLabel={unitLabel}
            logs={logs}
            current={logs && row === current}
            noUnit={noUnit === row.key}
            onFocus={() => setActive(row.key)}
            onUnit={(unit) => setUnit(row.key, unit)}
            onComplete={() => complete(row)}
            onBegin={(values) => begin(row, values)}
          />
        ))}
      </ul>
      {logs && <AddPilot taken={rows.map(({ key }) => key)} onAdd={addPilot} />}
      <Drawer
        opened={open !== undefined}
        onClose={close}
        position="right"
        size="lg"
        title={open && `${open.operator}${open.unitId && ` · ${unitLabel} ${open.unitId}`}`}
        transitionProps={{ duration: 0 }}
        returnFocus={false}
      >
        {open && (
          <Suspense fallback={<Loading />}>
            <Panel
              key={open.key}
              show={show}
              row={open}
              began={began?.key === open.key ? began.values : {}}
              onClose={close}
            />
          </Suspense>
        )}
      </Drawer>
    </>
  );
}

/** It flew, and completed, and yet something failed. */
const settledDefect: Partial<EntryValues> = (({ planned, launched, status }) => ({
  planned,
  launched,
  status,
}))(settle(untouched, {}));
