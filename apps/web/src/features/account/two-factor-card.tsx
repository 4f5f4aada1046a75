import { Button, Group, Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ShieldCheck, ShieldOff } from 'lucide-react';
import { useState } from 'react';
import { Card } from '../../ui/card.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/states.tsx';
import { TurnOff } from './two-factor-off.tsx';
import { TurnOn } from './two-factor-on.tsx';
import { NewCodes } from './two-factor-new-codes.tsx';
import { twoFactorQuery } from './two-factor.queries.ts';

const doings = {
  on: { title: 'Turn on two-factor sign-in', Part: TurnOn },
  codes: { title: 'New recovery codes', Part: NewCodes },
  off: { title: 'Turn off two-factor sign-in', Part: TurnOff },
} as const;

/** Whether signing in takes a code beside the password, and how to change that. */
export function TwoFactorCard() {
  const query = useQuery(twoFactorQuery);
  const [doing, setDoing] = useState<keyof typeof doings>();
  const close = () => setDoing(undefined);
  const { title, Part } = doings[doing ?? 'on'];
  return (
    <Card title="Two-factor sign-in">
      <Loaded query={query} what="Looking">
        {({ on, required, recoveryCodesLeft }) => (
          <>
            {required && !on && (
              <Notice title="Your venue asks administrators for a second factor">
                Until you turn it on, you can do what a dispatcher can.
              </Notice>
            )}
            <Group gap="xs">
              {on ? <ShieldCheck aria-hidden /> : <ShieldOff aria-hidden />}
              <Text>
                {on
                  ? `On: you are asked for a code of your app. Recovery codes left: ${recoveryCodesLeft}.`
                  : 'Off: the password alone signs you in.'}
              </Text>
            </Group>
            <Group>
              {on ? (
                <>
                  <Button variant="default" onClick={() => setDoing('codes')}>
                    New recovery codes
                  </Button>
                  <Button variant="default" color="red" disabled={required} onClick={() => setDoing('off')}>
                    Turn off
                  </Button>
                </>
              ) : (
                <Button onClick={() => setDoing('on')}>Turn on</Button>
              )}
            </Group>
          </>
        )}
      </Loaded>
      <Modal opened={doing !== undefined} onClose={close} title={title} closeOnClickOutside={false}>
        <Part onDone={close} />
      </Modal>
    </Card>
  );
}
