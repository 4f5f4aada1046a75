import type { Config } from '@monkey-tracker/contract/config';
import { unitLabels } from '@monkey-tracker/contract/values';
import { Autocomplete, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fieldErrorsOf } from '../../api/problem-error.ts';
import { Failure } from '../../ui/states.tsx';
import { notify } from '../../ui/notify.ts';
import { settingsBodyOf, settingsErrors, settingsValuesOf } from './settings-values.ts';
import { useUpdateConfig } from './venue.mutations.ts';

const zones = Intl.supportedValuesOf('timeZone');

export function SettingsForm({ config }: { config: Config }) {
  const save = useUpdateConfig();
  const form = useForm({ initialValues: settingsValuesOf(config), validate: settingsErrors });
  const submit = form.onSubmit((values) =>
    save.mutate(settingsBodyOf(values), {
      onSuccess: () => notify('Settings saved'),
      onError: (error) => form.setErrors(fieldErrorsOf(error)),
    }),
  );
  return (
    <form noValidate onSubmit={submit} style={{ maxWidth: 480 }}>
      <Stack>
        <Failure error={save.error} />
        <NativeSelect label="Unit label" data={[...unitLabels]} {...form.getInputProps('unitLabel')} />
        <Autocomplete
          label="Time zone"
          description="Where the shows are; their dates and times are written in it"
          data={zones}
          limit={50}
          {...form.getInputProps('timeZone')}
        />
        <TextInput
          label="Archive after (hours)"
          description="After a show's start or creation, whichever is later"
          inputMode="numeric"
          {...form.getInputProps('afterHours')}
        />
        <TextInput
          label="Keep archived shows (months)"
          description="After that a show is purged for good; a shorter time purges older shows soon"
          inputMode="numeric"
          {...form.getInputProps('retentionMonths')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            Save settings
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
