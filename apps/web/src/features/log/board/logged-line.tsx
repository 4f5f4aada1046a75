import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { hasDraft } from '../../../ui/draft.ts';
import { pilotKey } from '@monkey-tracker/contract/entry-rules';
import { detailsOf, issueOf } from '../entries/entry-words.ts';
import type { LoggedEntry } from '../log.record.ts';
import { StandingMark } from '../standing-mark.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { draftOf } from './drafts.ts';

interface Props {
  showId: string;
  entry: LoggedEntry;
  logs: boolean;
  onOpen: () => void;
}

/** A pilot's entry in few words, and where it is on its way to the server. */
export function LoggedLine({ showId, entry, logs, onOpen }: Props) {
  const unsaved = logs && hasDraft(draftOf(showId, pilotKey(entry.operator)));
  const words = (
    <>
      <StatusBadge status={entry.status} />
      <Text component="span" size="sm" className="board-words">
        {entry.planned === 'No' && 'Not planned · '}
        {[issueOf(entry), ...detailsOf(entry), entry.notes].filter((part) => part !== '').join(' · ')}
      </Text>
      <span className="numbers board-delay">{entry.delaySec !== null && `${entry.delaySec} s`}</span>
      {unsaved && <Text size="sm">Unsaved</Text>}
      <StandingMark standing={entry.standing} />
    </>
  );
  return (
    <>
      <span className="board-unit">{entry.unitId}</span>
      {logs ? (
        <UnstyledButton className="board-rest board-entry" data-part="main" onClick={onOpen}>
          <VisuallyHidden>Edit entry of {entry.operator}: </VisuallyHidden>
          {words}
        </UnstyledButton>
      ) : (
        <span className="board-rest board-entry">{words}</span>
      )}
    </>
  );
}
