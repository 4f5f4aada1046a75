import type { Entry } from '@monkey-tracker/contract/entries';
import { CircleDashed } from 'lucide-react';
import { issueOf } from '../entries/entry-words.ts';
import { statusLooks } from '../status-badge.tsx';

/** One pilot on the wall: who, how it went, what was wrong. */
export function WallPilot({ name, entry }: { name: string; entry: Entry | undefined }) {
  const look = entry && statusLooks[entry.status];
  const Icon = look?.icon ?? CircleDashed;
  const issue = entry && issueOf(entry);
  return (
    <li className="wall-pilot" data-status={entry?.status ?? 'open'}>
      <div className="wall-pilot-name">
        <span>{name}</span>
        {entry && <span className="wall-unit">{entry.unitId}</span>}
      </div>
      <div className="wall-status">
        <Icon aria-hidden color={look ? `var(--mantine-color-${look.color}-6)` : 'currentColor'} />
        <span>{entry?.status ?? 'Not logged'}</span>
        {entry?.delaySec != null && <span className="wall-delay numbers">+{entry.delaySec} s</span>}
      </div>
      {issue && <div className="wall-issue">{issue}</div>}
    </li>
  );
}
