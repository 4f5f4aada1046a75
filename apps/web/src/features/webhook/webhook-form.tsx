import type { Config } from '@monkey-tracker/contract/config';
import { secretOverlapHours, webhookMethods } from '@monkey-tracker/contract/webhook-settings';
import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  PasswordInput,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemError } from '../../api/problem-error.ts';
import { Failure } from '../../ui/states.tsx';
import { notify } from '../../ui/notify.ts';
import { useSaveWebhook } from './webhook.queries.ts';
import { webhookBodyOf, webhookErrors, webhookValuesOf } from './webhook-values.ts';

/** The fields of a refusal lie below `webhook`. */
const refusalsOf = (error: Error) =>
  error instanceof ProblemError
    ? Object.fromEntries(
        (error.body.errors ?? []).map(({ path, message }) => [path.split('.')[1] ?? '', message] as const),
      )
    : {};

/** Where entries are sent, and how a receiver knows that they come from here. */
export function WebhookForm({ config }: { config: Config }) {
  const save = useSaveWebhook();
  const form = useForm({ initialValues: webhookValuesOf(config), validate: webhookErrors });
  const submit = form.onSubmit((values) =>
    save.mutate(webhookBodyOf(values), {
      onSuccess: () => {
        form.setFieldValue('secret', '');
        notify('Webhook saved');
      },
      onError: (error) => form.setErrors(refusalsOf(error)),
    }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack maw={640}>
        <Failure error={save.error} />
        <Checkbox
          label="Send entries to the webhook"
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <TextInput
            type="url"
            label="Address"
            placeholder="https://example.org/hook"
            {...form.getInputProps('url')}
          />
          <NativeSelect
            label="Method"
            maw={110}
            data={[...webhookMethods]}
            {...form.getInputProps('method')}
          />
        </Group>
        <Textarea
          label="Headers"
          description="One on a line, Name: value"
          autosize
          minRows={2}
          {...form.getInputProps('headers')}
        />
        <PasswordInput
          label={config.webhook.hasSecret ? 'New secret' : 'Secret'}
          description={
            config.webhook.hasSecret
              ? `Empty leaves the one that is there. The old one goes on signing for ${secretOverlapHours} hours.`
              : 'By it a receiver knows that a message comes from here'
          }
          autoComplete="new-password"
          {...form.getInputProps('secret')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            Save webhook
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
