import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { GitCompare } from 'lucide-react';

/** One field on which the form and the record as it stands now differ. */
export interface Difference {
  label: string;
  mine: string;
  theirs: string;
}

interface Props {
  differences: Difference[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

const shown = (value: string) => (value === '' ? 'empty' : `“${value}”`);

/** Somebody else changed the record under this form: what it says now, and whose words shall stand. */
export function Conflict({ differences, onKeepMine, onTakeTheirs }: Props) {
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="outline"
      icon={<GitCompare aria-hidden />}
      title="Somebody else changed this in the meantime"
    >
      <Stack gap="sm">
        {differences.length === 0 && <Text>It now says the same as your form.</Text>}
        <List>
          {differences.map(({ label, mine, theirs }) => (
            <List.Item key={label} className="prose">
              {label}: now {shown(theirs)}, yours {shown(mine)}
            </List.Item>
          ))}
        </List>
        <Group>
          <Button variant="default" onClick={onKeepMine}>
            Keep mine
          </Button>
          <Button variant="default" onClick={onTakeTheirs}>
            Take theirs
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
