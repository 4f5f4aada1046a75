import { actions, yesNo } from '@monkey-tracker/contract/values';
import { Checkbox, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useUnitLabel } from '../../../api/venue.ts';
import { Choice } from '../../../ui/choice.tsx';
import { entryLabels } from './entry-labels.ts';
import type { EntryFormState } from './settling.ts';

/** What was done about it, how late, and the rest. */
export function RemainingFields({ form }: { form: EntryFormState }) {
  const labels = entryLabels(useUnitLabel());
  return (
    <>
      <Checkbox.Group label={labels.actions} {...form.getInputProps('actions')}>
        <SimpleGrid cols={{ base: 2, sm: 3, md: 2, lg: 3 }} spacing="xs" verticalSpacing={0}>
          {actions.map((action) => (
            <Checkbox key={action} value={action} label={action} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={labels.delaySec}
          description="Empty: not measured. 0: on time."
          inputMode="decimal"
          {...form.getInputProps('delaySec')}
        />
        <TextInput
          label={labels.batteryId}
          description="As written on the battery"
          {...form.getInputProps('batteryId')}
        />
      </SimpleGrid>
      <Choice
        label={labels.commandRx}
        options={['', ...yesNo]}
        value={form.values.commandRx}
        error={form.errors['commandRx']}
        onChange={(value) => form.setFieldValue('commandRx', value)}
      />
      <Textarea label={labels.notes} autosize minRows={2} maxRows={8} {...form.getInputProps('notes')} />
    </>
  );
}
