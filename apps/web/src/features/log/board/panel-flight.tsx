import { statusDictatedBy } from '@monkey-tracker/contract/entry-rules';
import { statuses, yesNo } from '@monkey-tracker/contract/values';
import { Group, TextInput } from '@mantine/core';
import { useUnitLabel } from '../../../api/venue.ts';
import { Choice } from '../../../ui/choice.tsx';
import { entryLabels } from '../entries/entry-labels.ts';
import { type EntryFormState, settling } from '../entries/settling.ts';

/** With what the pilot flew, and how it went. The status follows what was planned and launched. */
export function PanelFlight({ form }: { form: EntryFormState }) {
  const labels = entryLabels(useUnitLabel());
  const planned = settling(form, 'planned');
  const launched = settling(form, 'launched');
  const status = settling(form, 'status');
  const dictated = statusDictatedBy(planned.value, launched.value);
  return (
    <>
      <Choice
        label={labels.status}
        required
        options={statuses}
        offered={dictated ? [dictated] : statuses.filter((one) => one !== 'No-launch')}
        value={status.value}
        error={status.error}
        onChange={status.set}
      />
      <Group gap="xl" align="flex-start">
        <TextInput
          label={labels.unitId}
          required
          w={120}
          data-field="unitId"
          {...form.getInputProps('unitId')}
        />
        <Choice
          label={labels.planned}
          required
          options={yesNo}
          value={planned.value}
          error={planned.error}
          onChange={planned.set}
        />
        <Choice
          label={labels.launched}
          required
          options={yesNo}
          offered={planned.value === 'No' ? ['No'] : yesNo}
          value={launched.value}
          error={launched.error}
          onChange={launched.set}
        />
      </Group>
    </>
  );
}
