import type { Config } from '@monkey-tracker/contract/config';
import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Card } from '../../../ui/card.tsx';
import { StorageForm } from './storage-form.tsx';

/** Where the data lies, and the way to another database. */
export function StorageCard({ postgres, readOnly }: Pick<Config, 'postgres' | 'readOnly'>) {
  const [changing, { open, close }] = useDisclosure(false);
  if (!postgres) return null;
  const { host, port, database, user, schema, ssl, hasPassword } = postgres;
  const facts: [string, string][] = [
    ['Host', `${host}, port ${port}`],
    ['Database', `${database}, schema ${schema}`],
    ['Account', `${user}, ${hasPassword ? 'with a password' : 'without a password'}`],
    ['Encryption', ssl],
  ];
  return (
    <Card title="Storage">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <Text component="dt" c="dimmed" size="sm">
              {name}
            </Text>
            <Text component="dd">{value}</Text>
          </div>
        ))}
      </dl>
      {readOnly?.includes('postgres') ? (
        <Text c="dimmed">Set by the environment of the server, and changed there.</Text>
      ) : changing ? (
        <StorageForm now={postgres} onClose={close} />
      ) : (
        <Stack align="flex-start">
          <Button variant="default" onClick={open}>
            Work on another database
          </Button>
        </Stack>
      )}
    </Card>
  );
}
