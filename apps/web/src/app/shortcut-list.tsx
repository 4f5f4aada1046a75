import { Code, Modal, Stack, Table, Title } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { examples } from '../features/log/command/examples.ts';
import { Keys } from '../ui/shortcuts/keys.tsx';
import { type Shortcut, shortcuts } from '../ui/shortcuts/shortcuts.ts';

const groups = Map.groupBy<Shortcut['scope'], Shortcut>(Object.values(shortcuts), ({ scope }) => scope);

/** All shortcuts, by where they work, and what a command can look like. */
export function ShortcutList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts" size="xl">
      <div className="shortcut-groups">
        {[...groups].map(([scope, list]) => (
          <Section key={scope} title={scope}>
            {list.map(({ does, keys }) => (
              <Line key={does} does={does}>
                <Ways keys={keys} />
              </Line>
            ))}
          </Section>
        ))}
        <Section title="Commands">
          {examples.map(({ line, does }) => (
            <Line key={line} does={does}>
              <Code>{line}</Code>
            </Line>
          ))}
        </Section>
      </div>
    </Modal>
  );
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <Stack component="section" gap={4} aria-label={title}>
    <Title order={3} size="h5">
      {title}
    </Title>
    <Table verticalSpacing={4} horizontalSpacing={0} withRowBorders={false}>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  </Stack>
);

const Line = ({ does, children }: { does: string; children: ReactNode }) => (
  <Table.Tr>
    <Table.Th scope="row" fw={400}>
      {does}
    </Table.Th>
    <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
      {children}
    </Table.Td>
  </Table.Tr>
);

const Ways = ({ keys }: { keys: readonly string[] }) =>
  keys.map((way, index) => (
    <Fragment key={way}>
      {index > 0 && ' or '}
      <Keys keys={way} />
    </Fragment>
  ));
