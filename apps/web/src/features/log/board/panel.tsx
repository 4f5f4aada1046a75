import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { Hint } from '../../../ui/shortcuts/hint.tsx';
import { entryErrors, type EntryValues, entryValuesOf, settle, untouched } from '../entries/entry-values.ts';
import { useChanges } from '../log.changes.ts';
import type { LoggedShow } from '../log.record.ts';
import { TroubleNotice } from '../outbox/trouble-notice.tsx';
import { draftOf } from './drafts.ts';
import { PanelFlight } from './panel-flight.tsx';
import { PanelIssue } from './panel-issue.tsx';
import { PanelRest } from './panel-rest.tsx';
import type { BoardRow } from './rows.ts';
import { chosenBy, lastStage } from './stages.ts';

interface Props {
  show: LoggedShow;
  row: BoardRow;
  /** What the person who opened it says already. */
  began: Partial<EntryValues>;
  onClose: () => void;
}

const isTyping = (target: EventTarget) =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type === 'text');

/** Everything about one pilot's line, in the order in which a dispatcher learns it. */
export function Panel({ show, row, began, onClose }: Props) {
  // What the form began with: a save changes the fields that differ from it, others merge.
  const [base] = useState(row.entry);
  const draft = draftOf(show.id, row.key);
  const { createEntry, saveEntry, deleteEntry } = useChanges();
  const place = useRef<HTMLFormElement>(null);
  const start = base ? entryValuesOf(base) : { ...untouched, operator: row.operator, unitId: row.unitId };
  const form = useForm<EntryValues>({
    initialValues: settle(readDraft(draft, start), began),
    validate: entryErrors,
    onValuesChange: (values) =>
      JSON.stringify(values) === JSON.stringify(start) ? dropDraft(draft) : keepDraft(draft, values),
  });
  // Keys mean the form from the start, and not yet any field of it.
  useEffect(() => place.current?.focus(), []);
  const save = (values: EntryValues) => {
    if (base) saveEntry(show.id, base, values);
    else createEntry(show.id, values);
    dropDraft(draft);
    onClose();
  };
  const submit = (event?: FormEvent<HTMLFormElement>) =>
    form.onSubmit(save, (errors) => focusFirst(place.current, Object.keys(errors)))(event);
  const remove = () => {
    if (base) deleteEntry(show.id, base);
    dropDraft(draft);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return submit();
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (event.key === 't') return place.current?.querySelector<HTMLElement>('[data-stopwatch]')?.click();
    const chosen = chosenBy(event.key, form.values);
    const last = event.key === 'Backspace' ? lastStage(form.values) : undefined;
    if (!chosen && !last) return undefined;
    event.preventDefault();
    if (chosen) form.setValues(settle(form.values, { [chosen.stage]: chosen.option }));
    if (last) form.setValues(settle(form.values, { [last]: '' }));
    return form.clearErrors();
  };
  return (
    // Its keys are a second way to what its controls do.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={place}
      className="panel"
      tabIndex={-1}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      noValidate
      aria-label={row.operator}
    >
      <Stack gap="md">
        {row.entry?.trouble && <TroubleNotice change={row.entry.trouble} />}
        <PanelFlight form={form} />
        <PanelIssue form={form} />
        <PanelRest form={form} name={draft} />
        <Group justify="space-between" className="panel-actions">
          {base ? (
            <Button variant="default" color="red" onClick={remove}>
              Delete entry
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" rightSection={<Hint of="saveRow" />}>
            {base ? 'Save entry' : 'Log entry'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Puts the focus where the first mistake is, as the page goes from top to bottom. */
function focusFirst(place: HTMLElement | null, wrong: readonly string[]): void {
  const fields = [...(place?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
  const first = fields.find(({ dataset }) => wrong.includes(dataset['field'] ?? ''));
  const control = first?.matches('input, textarea')
    ? first
    : first?.querySelector<HTMLElement>('button, input, textarea');
  control?.focus();
}
