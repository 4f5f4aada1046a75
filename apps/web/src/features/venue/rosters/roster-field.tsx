import { namesIn, type RosterChange } from '@monkey-tracker/contract/roster-changes';
import { Stack, Text, Textarea } from '@mantine/core';
import { CircleMinus, CirclePlus, Copy, type LucideIcon } from 'lucide-react';
import type { ClipboardEvent, ReactNode } from 'react';

interface Props {
  title: string;
  value: string;
  change: RosterChange;
  error: ReactNode;
  onChange: (value: string) => void;
}

/** One roster to edit. What is pasted into it is taken apart into names, one on a line. */
export function RosterField({ title, value, change, error, onChange }: Props) {
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const names = namesIn(event.clipboardData.getData('text'));
    if (names.length < 2) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const before = value.slice(0, selectionStart).replace(/[^\n]$/, '$&\n');
    const after = value.slice(selectionEnd).replace(/^[^\n]/, '\n$&');
    onChange(before + names.join('\n') + after);
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={title}
        description={`One name on a line; paste as many as you like. ${change.result.length} in all`}
        autosize
        minRows={8}
        maxRows={24}
        value={value}
        error={error}
        onPaste={paste}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <output className="roster-preview" aria-label={`What changes for ${title}`}>
        <Line Icon={CirclePlus} what="New" names={change.added} />
        <Line Icon={CircleMinus} what="Goes" names={change.removed} />
        <Line
          Icon={Copy}
          what="There twice"
          names={change.alike.map(({ name, as }) => (name === as ? name : `${name} (as ${as})`))}
        />
      </output>
    </Stack>
  );
}

/** More than these nobody reads. */
const shown = 12;

function Line({ Icon, what, names }: { Icon: LucideIcon; what: string; names: string[] }) {
  if (names.length === 0) return null;
  const more = names.length > shown ? ` and ${names.length - shown} more` : '';
  return (
    <Text size="sm" component="span" display="block">
      <Icon aria-hidden size={14} className="inline-icon" /> {what}: {names.slice(0, shown).join(', ')}
      {more}
    </Text>
  );
}
