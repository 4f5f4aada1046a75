import type { SentMail } from '@monkey-tracker/contract/mail';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, Clock } from 'lucide-react';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Failure } from '../../ui/states.tsx';
import { mailQuery, useTestMail } from './invitations.queries.ts';

/** Whether links reach people by mail, and what became of the last ones. */
export function MailCard() {
  const query = useQuery(mailQuery);
  const test = useTestMail();
  return (
    <Card title="Mail">
      <Loaded query={query} what="Asking about mail">
        {({ configured, host, from, mailsLinks, recent }) => (
          <>
            <Text>
              {configured
                ? `Sent through ${host}, from ${from}.`
                : 'There is no mail server: links are shown to copy. Set SMTP_URL on the server to have them mailed.'}
              {configured && !mailsLinks && ' Links are not mailed until PUBLIC_URL is set as well.'}
            </Text>
            {recent.length > 0 && (
              <Stack component="ul" className="plain-list" gap="xs" aria-label="Last mails">
                {recent.map((mail) => (
                  <OneMail key={mail.id} mail={mail} />
                ))}
              </Stack>
            )}
            <Failure error={test.error} />
            <Group>
              <Button
                variant="default"
                disabled={!configured}
                loading={test.isPending}
                onClick={() => test.mutate()}
              >
                Send me a test
              </Button>
            </Group>
          </>
        )}
      </Loaded>
    </Card>
  );
}

const states = {
  waiting: { label: 'waiting', Icon: Clock },
  sent: { label: 'sent', Icon: CircleCheck },
  dead: { label: 'given up', Icon: CircleX },
} as const;
const kinds = { invitation: 'Invitation', password_reset: 'New password', test: 'Test' } as const;

function OneMail({ mail: { kind, recipient, state, failure, createdAt } }: { mail: SentMail }) {
  const { label, Icon } = states[state];
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="flex-start">
      <Icon aria-hidden size={18} />
      <div>
        <Text style={{ overflowWrap: 'anywhere' }}>
          {kinds[kind]} to {recipient}: {label}
        </Text>
        <Text size="sm" c="dimmed">
          <Moment at={createdAt} />
          {failure !== null && ` · ${failure}`}
        </Text>
      </div>
    </Group>
  );
}
