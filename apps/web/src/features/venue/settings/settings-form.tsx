import type { Config } from '@monkey-tracker/contract/config';
import { unitLabels } from '@monkey-tracker/contract/values';
import { Autocomplete, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../../api/problem-error.ts';
import { notify } from '../../../ui/notify.ts';
import { useUpdateConfig } from '../venue.mutations.ts';
import { Review } from './review.tsx';
import { type SettingChange, settingLabels, settingsChanges } from './settings-changes.ts';
import { followed, settingsBodyOf, settingsErrors, settingsValuesOf } from './settings-values.ts';

const zones = Intl.supportedValuesOf('timeZone');
const fixed = 'Set by the environment of the server, and changed there';

/** The last part of a refusal's path is the field's name here. */
const refusalsOf = (error: Error) =>
  error instanceof ProblemError
    ? Object.fromEntries(
        (error.body.errors ?? []).map(({ path, message }) => [path.split('.').at(-1), message]),
      )
    : {};

export function SettingsForm({ config }: { config: Config }) {
  const save = useUpdateConfig();
  const [changes, setChanges] = useState<SettingChange[] | null>(null);
  const form = useForm({ initialValues: settingsValuesOf(config), validate: settingsErrors });
  const shown = useRef(config);
  // What somebody else saved appears, but for the fields that are being changed here.
  useEffect(() => {
    const [before, after] = [settingsValuesOf(shown.current), settingsValuesOf(config)];
    shown.current = config;
    form.setInitialValues(after);
    form.setValues((typed) => followed({ before, after, typed: { ...after, ...typed } }));
    // oxlint-disable-next-line react/exhaustive-deps -- the form is the same one throughout
  }, [config]);
  const review = form.onSubmit((values) => {
    save.reset();
    const found = settingsChanges(config, values);
    if (found.length === 0) return notify('Nothing has changed');
    setChanges(found);
  });
  const run = () =>
    save.mutate(
      settingsBodyOf(
        form.getValues(),
        (changes ?? []).map(({ name }) => name),
      ),
      {
        onSuccess: () => {
          setChanges(null);
          notify('Settings saved');
        },
        onError: (error) => form.setErrors(refusalsOf(error)),
      },
    );
  const isFixed = (name: 'idleMinutes' | 'maxHours') =>
    config.readOnly?.includes(`sessions.${name}`) ?? false;
  const whole = (
    name: 'afterHours' | 'retentionMonths' | 'idleMinutes' | 'maxHours',
    description: string,
  ) => (
    <TextInput
      label={settingLabels[name]}
      description={description}
      inputMode="numeric"
      {...form.getInputProps(name)}
    />
  );
  return (
    <form noValidate onSubmit={review} style={{ maxWidth: 480 }}>
      <Stack>
        <NativeSelect
          label={settingLabels.unitLabel}
          data={[...unitLabels]}
          {...form.getInputProps('unitLabel')}
        />
        <Autocomplete
          label={settingLabels.timeZone}
          description="Where the shows are; their dates and times are written in it"
          data={zones}
          limit={50}
          {...form.getInputProps('timeZone')}
        />
        {whole('afterHours', "After a show's start or creation, whichever is later")}
        {whole(
          'retentionMonths',
          'After that a show is purged for good; a shorter time purges older shows soon',
        )}
        {(['idleMinutes', 'maxHours'] as const).map((name) =>
          isFixed(name) ? (
            <TextInput
              key={name}
              label={settingLabels[name]}
              description={fixed}
              readOnly
              variant="filled"
              value={form.getValues()[name]}
            />
          ) : (
            <div key={name}>
              {whole(
                name,
                name === 'idleMinutes'
                  ? 'A session ends by itself when nobody uses it for so long'
                  : 'However busy it is, a session ends after so long',
              )}
            </div>
          ),
        )}
        <NativeSelect
          label={settingLabels.adminsNeedTwoFactor}
          data={['No', 'Yes']}
          {...form.getInputProps('adminsNeedTwoFactor')}
        />
        <Group justify="flex-end">
          <Button type="submit">Review changes</Button>
        </Group>
      </Stack>
      <Review
        changes={changes}
        pending={save.isPending}
        error={save.error}
        onSave={run}
        onClose={() => setChanges(null)}
      />
    </form>
  );
}
