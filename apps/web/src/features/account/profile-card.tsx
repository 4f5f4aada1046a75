import { type Account, displayName as displayNameShape, views } from '@monkey-tracker/contract/accounts';
import { unitLabels } from '@monkey-tracker/contract/values';
import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { z } from 'zod';
import { useAccount } from '../../api/me.ts';
import { fieldErrorsOf } from '../../api/problem-error.ts';
import { Card } from '../../ui/card.tsx';
import { schemaErrors } from '../../ui/schema-errors.ts';
import { Failure } from '../../ui/states.tsx';
import { notify } from '../../ui/notify.ts';
import { useSaveMe } from './account.queries.ts';
import { themes } from './themes.ts';

const shape = z.object({ displayName: displayNameShape });

const viewNames = [
  { value: 'today', label: 'Today' },
  { value: 'archive', label: 'Archive' },
  { value: 'analytics', label: 'Analytics' },
  { value: 'wall', label: 'Wall' },
];

const initialOf = ({ displayName, settings }: Account) => ({
  displayName,
  unitLabel: settings.unitLabel ?? '',
  theme: settings.theme ?? 'dark',
  defaultView: settings.defaultView ?? 'today',
  notifications: settings.notifications ?? false,
});

/** The settings to keep: theme and word of choice, and what this page does not show as it was. */
function settingsOf(
  { settings }: Account,
  { theme, unitLabel, defaultView, notifications }: ReturnType<typeof initialOf>,
): Account['settings'] {
  return {
    ...settings,
    theme,
    unitLabel: unitLabels.find((label) => label === unitLabel),
    defaultView: views.find((view) => view === defaultView),
    notifications,
  };
}

export function ProfileCard() {
  const account = useAccount();
  const save = useSaveMe();
  const form = useForm({
    initialValues: initialOf(account),
    validate: (values) => schemaErrors(shape, values),
  });
  const submit = form.onSubmit((values) =>
    save.mutate(
      { displayName: values.displayName, settings: settingsOf(account, values) },
      {
        onSuccess: () => notify('Saved'),
        onError: (error) => form.setErrors(fieldErrorsOf(error)),
      },
    ),
  );
  return (
    <Card title="Profile">
      <form noValidate onSubmit={submit}>
        <Stack>
          <Failure error={save.error} />
          <TextInput label="Name" required autoComplete="name" {...form.getInputProps('displayName')} />
          <NativeSelect
            label="Unit label"
            description="What you call a unit"
            data={[{ value: '', label: 'As the venue does' }, ...unitLabels]}
            {...form.getInputProps('unitLabel')}
          />
          <NativeSelect label="Theme" data={[...themes]} {...form.getInputProps('theme')} />
          <NativeSelect
            label="First page"
            description="What opens when you sign in"
            data={[...viewNames]}
            {...form.getInputProps('defaultView')}
          />
          <Checkbox
            label="Tell me when somebody logs a no-launch or an abort"
            {...form.getInputProps('notifications', { type: 'checkbox' })}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              Save profile
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
