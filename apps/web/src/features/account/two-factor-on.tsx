import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Failure } from '../../ui/states.tsx';
import { ProofForm } from './proof-form.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useBeginTwoFactor, useConfirmTwoFactor } from './two-factor.queries.ts';

/** Password, then the secret for an app, then a first code, then the recovery codes. */
export function TurnOn({ onDone }: { onDone: () => void }) {
  const begin = useBeginTwoFactor();
  const confirm = useConfirmTwoFactor();
  const [code, setCode] = useState('');
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onDone={onDone} />;
  if (!begin.data)
    return (
      <ProofForm
        action="Go on"
        withCode={false}
        doing={begin}
        run={({ password }, onError) => begin.mutate(password, { onError })}
      />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Text>
          Scan this with an authenticator app, or type the key into it. Then enter the six digits that it
          shows.
        </Text>
        <QrCode text={begin.data.uri} label="QR code for your authenticator app" />
        <TextInput label="Key" readOnly value={begin.data.secret} className="numbers" />
        <Failure error={confirm.error} />
        <TextInput
          label="Code"
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={confirm.isPending}>
            Turn on
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
