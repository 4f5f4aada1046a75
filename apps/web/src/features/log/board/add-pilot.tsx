import { pilotKey } from '@monkey-tracker/contract/entry-rules';
import { Button, Group, TextInput } from '@mantine/core';
import { UserPlus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { focusRow } from './focus-row.ts';

/** Puts somebody on this show's board who is on no roster. */
export function AddPilot({ taken, onAdd }: { taken: readonly string[]; onAdd: (name: string) => void }) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const key = pilotKey(name);
    if (key === '') return;
    if (!taken.includes(key)) onAdd(name.trim());
    setName('');
    setTimeout(() => focusRow(key));
  };
  return (
    <form onSubmit={submit} aria-label="Add a pilot">
      <Group gap="xs" mt="sm">
        <TextInput
          aria-label="Pilot who is not on the roster"
          placeholder="Somebody else"
          maxLength={200}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" variant="default" leftSection={<UserPlus aria-hidden size={18} />}>
          Add pilot
        </Button>
      </Group>
    </form>
  );
}
