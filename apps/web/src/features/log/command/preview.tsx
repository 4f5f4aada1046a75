import { Group, Text } from '@mantine/core';
import { CircleAlert, CircleHelp, Equal, Pencil, Plus } from 'lucide-react';
import type { Sentence } from './describe.ts';
import type { Problem } from './plan.ts';

const idle = 'For example: 7 ok · 7 nl batt swap · 3 abort rf 12s · rest ok';

const icons = { Log: Plus, Change: Pencil, Leave: Equal };

interface Props {
  id: string;
  sentences: readonly Sentence[];
  problems: readonly Problem[];
}

/** What Enter will do, or what keeps it from doing anything; said aloud as it changes. */
export function Preview({ id, sentences, problems }: Props) {
  return (
    <div id={id} aria-live="polite">
      {sentences.length + problems.length === 0 && (
        <Text size="sm" c="dimmed" className="command-idle">
          {idle}
        </Text>
      )}
      {sentences.map((sentence) => (
        <Does key={sentence.who.join()} {...sentence} />
      ))}
      {problems.map((problem) => (
        <Refuses key={problem.message} {...problem} />
      ))}
    </div>
  );
}

function Does({ doing, who, what }: Sentence) {
  const Icon = icons[doing];
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Icon aria-hidden size={16} className="line-icon" />
      <Text size="sm">
        <b>
          {doing}
          {who.length > 1 && ` ${who.length}`} {who.join(', ')}
        </b>
        {`: ${what.join(' · ')}`}
      </Text>
    </Group>
  );
}

function Refuses({ kind, message }: Problem) {
  const Icon = kind === 'wrong' ? CircleAlert : CircleHelp;
  return (
    <Group
      gap={6}
      wrap="nowrap"
      align="flex-start"
      c={kind === 'wrong' ? 'var(--mantine-color-error)' : 'dimmed'}
    >
      <Icon aria-hidden size={16} className="line-icon" />
      <Text size="sm">{message}</Text>
    </Group>
  );
}
