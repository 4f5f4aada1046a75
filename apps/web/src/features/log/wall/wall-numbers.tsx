import type { Entry } from '@monkey-tracker/contract/entries';
import { statuses } from '@monkey-tracker/contract/values';
import { CircleDashed } from 'lucide-react';
import { statusLooks } from '../status-badge.tsx';

/** How many of each outcome, and of how many pilots nothing is logged yet. */
export function WallNumbers({ entries, pilots }: { entries: readonly Entry[]; pilots: number }) {
  return (
    <ul className="wall-numbers numbers" aria-label="Numbers of the show">
      {statuses.map((status) => {
        const { icon: Icon, color } = statusLooks[status];
        return (
          <li key={status}>
            <Icon aria-hidden color={`var(--mantine-color-${color}-6)`} />
            <strong>{entries.filter((entry) => entry.status === status).length}</strong> {status}
          </li>
        );
      })}
      <li>
        <CircleDashed aria-hidden />
        <strong>{pilots - entries.length}</strong> not logged
      </li>
    </ul>
  );
}
