import { actions, rootCauses, yesNo } from '@monkey-tracker/contract/values';
import { Chip, Group, Input, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useUnitLabel } from '../../../api/venue.ts';
import { Choice } from '../../../ui/choice.tsx';
import { OptionalSelect } from '../../../ui/optional-select.tsx';
import { entryLabels } from '../entries/entry-labels.ts';
import type { EntryFormState } from '../entries/settling.ts';
import { Stopwatch } from './stopwatch.tsx';

/** What was done about it, how late it was, and what else there is to say. */
export function PanelRest({ form, name }: { form: EntryFormState; name: string }) {
  const labels = entryLabels(useUnitLabel());
  return (
    <>
      <Input.Wrapper label={labels.actions} labelElement="div">
        <Chip.Group multiple {...form.getInputProps('actions')}>
          <Group component="fieldset" gap="xs" mt={4} className="bare" aria-label={labels.actions}>
            {actions.map((action) => (
              <Chip key={action} value={action} variant="outline" radius="md" className="touch-chip">
                {action}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={labels.delaySec}
          placeholder="Not measured"
          inputMode="decimal"
          w={150}
          data-field="delaySec"
          {...form.getInputProps('delaySec')}
        />
        <Stopwatch name={name} onStop={(seconds) => form.setFieldValue('delaySec', String(seconds))} />
      </Group>
      <Textarea label={labels.notes} autosize minRows={2} maxRows={8} {...form.getInputProps('notes')} />
      <More form={form} />
    </>
  );
}

/** What most entries do not need; open from the start where something is said. */
function More({ form }: { form: EntryFormState }) {
  const labels = entryLabels(useUnitLabel());
  const { values, errors } = form;
  const [opened] = useState(
    () => values.rootCause + values.batteryId + values.commandRx + values.otherDetail !== '',
  );
  return (
    <details open={opened}>
      <summary>More</summary>
      <Stack pt="xs">
        <TextInput
          label={labels.operator}
          required
          data-field="operator"
          {...form.getInputProps('operator')}
        />
        <Group grow>
          <OptionalSelect
            label={labels.rootCause}
            options={rootCauses}
            {...form.getInputProps('rootCause')}
          />
          <TextInput label={labels.batteryId} {...form.getInputProps('batteryId')} />
        </Group>
        <Choice
          label={labels.commandRx}
          options={['', ...yesNo]}
          value={values.commandRx}
          error={errors['commandRx']}
          onChange={(value) => form.setFieldValue('commandRx', value)}
        />
        {values.primaryIssue !== 'Other' && (
          <TextInput label={labels.otherDetail} {...form.getInputProps('otherDetail')} />
        )}
      </Stack>
    </details>
  );
}
