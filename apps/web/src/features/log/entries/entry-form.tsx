import type { Entry } from '@monkey-tracker/contract/entries';
import type { Show } from '@monkey-tracker/contract/shows';
import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { FlightFields } from './flight-fields.tsx';
import { IssueFields } from './issue-fields.tsx';
import type { EntryValues } from './entry-values.ts';
import { RemainingFields } from './remaining-fields.tsx';
import type { EntryFormState } from './settling.ts';

interface Props {
  form: EntryFormState;
  show: Show;
  /** The entry that is being changed, if one is. */
  editing?: Entry;
  action: string;
  onSubmit: (values: EntryValues) => void;
  /** What to know before pressing the button. */
  children?: ReactNode;
}

/** All fields of an entry, in the order in which a dispatcher learns them. */
export function EntryForm({ form, show, editing, action, onSubmit, children }: Props) {
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate aria-label={action}>
      <Stack>
        <FlightFields form={form} show={show} editing={editing} />
        <IssueFields form={form} />
        <RemainingFields form={form} />
        {children}
        <Group justify="flex-end">
          <Button type="submit">{action}</Button>
        </Group>
      </Stack>
    </form>
  );
}
