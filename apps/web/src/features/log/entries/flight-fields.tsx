import type { Entry } from '@monkey-tracker/contract/entries';
import { statusDictatedBy } from '@monkey-tracker/contract/entry-rules';
import type { Show } from '@monkey-tracker/contract/shows';
import { statuses, yesNo } from '@monkey-tracker/contract/values';
import { Autocomplete, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { staffQuery, useUnitLabel } from '../../../api/venue.ts';
import { Choice } from '../../../ui/choice.tsx';
import { entryLabels } from './entry-labels.ts';
import { pilotChoices } from './pilots.ts';
import { type EntryFormState, settling } from './settling.ts';

/** Who flew what, and how it went. */
export function FlightFields({ form, show, editing }: { form: EntryFormState; show: Show; editing?: Entry }) {
  const { data: staff } = useQuery(staffQuery);
  const labels = entryLabels(useUnitLabel());
  const planned = settling(form, 'planned');
  const launched = settling(form, 'launched');
  const status = settling(form, 'status');
  const dictated = statusDictatedBy(planned.value, launched.value);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Autocomplete
          label={labels.operator}
          required
          data={pilotChoices(staff?.pilots ?? [], show.entries, editing)}
          {...form.getInputProps('operator')}
        />
        <TextInput label={labels.unitId} required {...form.getInputProps('unitId')} />
      </SimpleGrid>
      <SimpleGrid cols={2}>
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
      </SimpleGrid>
      <Choice
        label={labels.status}
        required
        options={statuses}
        offered={dictated ? [dictated] : statuses.filter((one) => one !== 'No-launch')}
        value={status.value}
        error={status.error}
        onChange={status.set}
      />
    </>
  );
}
