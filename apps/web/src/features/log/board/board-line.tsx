import type { EntryValues } from '../entries/entry-values.ts';
import { EditingBy } from '../presence/editing-by.tsx';
import { LoggedLine } from './logged-line.tsx';
import { OpenLine } from './open-line.tsx';
import type { BoardRow } from './rows.ts';

interface Props {
  showId: string;
  row: BoardRow;
  unitLabel: string;
  /** Whether this person may log. */
  logs: boolean;
  /** Whether keys mean this line. */
  current: boolean;
  noUnit: boolean;
  onFocus: () => void;
  onUnit: (unit: string) => void;
  onComplete: () => void;
  onBegin: (values: Partial<EntryValues>) => void;
}

/** One pilot on the board. */
export function BoardLine({ row, current, onFocus, ...rest }: Props) {
  return (
    // Keys mean the line in which the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className="board-line"
      data-pilot={row.key}
      data-current={current}
      aria-label={row.operator}
      onFocus={onFocus}
    >
      <span className="board-number numbers" aria-hidden>
        {row.number}
      </span>
      <span className="board-pilot">
        {row.operator}
        <EditingBy showId={rest.showId} pilot={row.key} />
      </span>
      {row.entry ? (
        <LoggedLine entry={row.entry} {...rest} onOpen={() => rest.onBegin({})} />
      ) : (
        <OpenLine row={row} {...rest} />
      )}
    </li>
  );
}
