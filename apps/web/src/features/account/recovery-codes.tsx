import { Button, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core';

/** The codes that stand in for a lost app, shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  return (
    <Stack>
      <Text>
        Keep these where you find them without your phone. Each signs you in once in place of a code. They are
        not shown again.
      </Text>
      <SimpleGrid component="ul" className="plain-list" cols={2} spacing="xs" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </SimpleGrid>
      <Group justify="flex-end">
        <CopyButton value={codes.join('\n')}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy codes'}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>I have kept them</Button>
      </Group>
    </Stack>
  );
}
