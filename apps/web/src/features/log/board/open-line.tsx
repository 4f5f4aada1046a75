import { Button, Group, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { Ban, Check, OctagonX } from 'lucide-react';
import { hasDraft } from '../../../ui/draft.ts';
import { Hint } from '../../../ui/shortcuts/hint.tsx';
import type { EntryValues } from '../entries/entry-values.ts';
import { draftOf } from './drafts.ts';
import type { BoardRow } from './rows.ts';

interface Props {
  showId: string;
  row: BoardRow;
  unitLabel: string;
  logs: boolean;
  noUnit: boolean;
  onUnit: (unit: string) => void;
  onComplete: () => void;
  onBegin: (values: Partial<EntryValues>) => void;
}

/** A pilot without an entry: the unit they will fly, and one button for each way it can go. */
export function OpenLine({ showId, row, unitLabel, logs, noUnit, onUnit, onComplete, onBegin }: Props) {
  const { operator } = row;
  if (!logs) {
    return (
      <>
        <span className="board-unit">{row.unitId}</span>
        <Text c="dimmed" className="board-rest">
          Not logged yet
        </Text>
      </>
    );
  }
  const unsaved = hasDraft(draftOf(showId, row.key));
  return (
    <>
      <TextInput
        className="board-unit"
        data-part="unit"
        aria-label={`${unitLabel} of ${operator}`}
        placeholder={unitLabel}
        value={row.unitId}
        maxLength={100}
        error={noUnit && row.unitId.trim() === '' ? 'Unit is required' : undefined}
        onChange={({ currentTarget }) => onUnit(currentTarget.value)}
        onKeyDown={({ key }) => key === 'Enter' && onComplete()}
      />
      <Group className="board-rest" gap="xs" wrap="nowrap">
        <Button
          className="board-main"
          data-part="main"
          variant="default"
          leftSection={<Check aria-hidden size={18} className="sign-completed" />}
          rightSection={<Hint of="completed" />}
          onClick={onComplete}
        >
          Completed <VisuallyHidden>{operator}</VisuallyHidden>
        </Button>
        <Button
          variant="default"
          leftSection={<Ban aria-hidden size={18} className="sign-no-launch" />}
          rightSection={<Hint of="noLaunch" />}
          onClick={() => onBegin({ launched: 'No' })}
        >
          No-launch <VisuallyHidden>{operator}</VisuallyHidden>
        </Button>
        <Button
          variant="default"
          leftSection={<OctagonX aria-hidden size={18} className="sign-abort" />}
          rightSection={<Hint of="abort" />}
          onClick={() => onBegin({ launched: 'Yes', status: 'Abort' })}
        >
          Abort <VisuallyHidden>{operator}</VisuallyHidden>
        </Button>
        {unsaved && (
          <Button variant="subtle" onClick={() => onBegin({})}>
            Unsaved <VisuallyHidden>{operator}</VisuallyHidden>
          </Button>
        )}
      </Group>
    </>
  );
}
