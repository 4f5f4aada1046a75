import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { GitCompare } from 'lucide-react';
import { useState } from 'react';

/** One field on which two people disagree. */
export interface Difference {
  name: string;
  label: string;
  mine: string;
  theirs: string;
}

interface Props {
  title: string;
  differences: Difference[];
  /** What is wrong with a decision; nothing where it can be saved. */
  judge?: (mine: string[]) => string[];
  /** The names of the fields in which mine shall stand. */
  onDecide: (mine: string[]) => void;
}

const shown = (value: string) => (value === '' ? 'empty' : `“${value}”`);

/** Somebody else changed the same thing: both values of each field, and whose shall stand. */
export function Conflict({ title, differences, judge, onDecide }: Props) {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const mine = differences.map(({ name }) => name).filter((name) => !theirs.has(name));
  const wrong = judge?.(mine) ?? [];
  const choose = (name: string, whose: string) => {
    const next = new Set(theirs);
    if (whose === 'theirs') next.add(name);
    else next.delete(name);
    setTheirs(next);
  };
  return (
    <Alert role="alert" color="yellow" variant="outline" icon={<GitCompare aria-hidden />} title={title}>
      <Stack gap="sm">
        {differences.length === 0 && <Text>It now says the same as yours.</Text>}
        {differences.map((field) => (
          <Radio.Group
            key={field.name}
            label={field.label}
            value={theirs.has(field.name) ? 'theirs' : 'mine'}
            onChange={(whose) => choose(field.name, whose)}
          >
            <Group gap="md" className="prose">
              <Radio value="mine" label={`Mine: ${shown(field.mine)}`} />
              <Radio value="theirs" label={`Theirs: ${shown(field.theirs)}`} />
            </Group>
          </Radio.Group>
        ))}
        {wrong.map((sentence) => (
          <Text key={sentence} c="var(--mantine-color-error)">
            {sentence}
          </Text>
        ))}
        <Group>
          <Button onClick={() => onDecide(mine)} disabled={wrong.length > 0}>
            Keep this choice
          </Button>
          <Button variant="default" onClick={() => onDecide([])}>
            Take all of theirs
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
