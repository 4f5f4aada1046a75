import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { configQuery } from '../../api/venue.ts';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Failure, Notice } from '../../ui/states.tsx';
import { Deliveries } from './deliveries.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { usePauseWebhook, useTestWebhook } from './webhook.queries.ts';

/** Where entries are sent as they are logged, and what became of each message. */
export function WebhookPage() {
  const query = useQuery(configQuery);
  const pause = usePauseWebhook();
  const test = useTestWebhook();
  const webhook = query.data?.webhook;
  const paused = webhook?.paused ?? false;
  return (
    <Page
      title="Webhook"
      lead="Sends each entry to another program as it is logged"
      actions={
        <>
          <Button
            variant="default"
            disabled={!webhook?.url}
            loading={test.isPending}
            onClick={() => test.mutate(undefined, { onSuccess: () => notify('Test message on its way') })}
          >
            Send a test
          </Button>
          <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate(!paused)}>
            {paused ? 'Go on sending' : 'Pause'}
          </Button>
        </>
      }
    >
      <Failure error={test.error ?? pause.error} />
      {paused && (
        <Notice title="The webhook is paused">
          {webhook?.pausedReason ?? ''} What happens is kept and sent when it goes on.
        </Notice>
      )}
      <Card title="Settings">
        <Loaded query={query} what="Loading the settings">
          {(config) => <WebhookForm config={config} />}
        </Loaded>
      </Card>
      <Deliveries />
    </Page>
  );
}
