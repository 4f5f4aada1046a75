import { entry as entryShape } from '@monkey-tracker/contract/entries';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useUnitLabel } from '../../../api/venue.ts';
import { Conflict } from '../../../ui/conflict.tsx';
import { entryDifferences } from '../entries/entry-labels.ts';
import { entryValuesOf } from '../entries/entry-values.ts';
import { showsQuery } from '../log.queries.ts';
import { showDifferences } from '../shows/show-values.ts';
import { wordsOf } from './change-words.ts';
import { outbox } from './here.ts';
import type { LogChange } from './memo.ts';
import { again } from './rebase.ts';
import { decideEntry, decideShow, entryTrouble, judgeChoice } from './trouble.ts';

const settle = (change: LogChange, decided: LogChange | undefined) =>
  decided ? outbox.put(decided) : outbox.remove(change);

/** A change that the server would not have as it is: what clashed, and the ways out. */
export function TroubleNotice({ change }: { change: LogChange }) {
  const { data: shows = [] } = useQuery(showsQuery);
  const unitLabel = useUnitLabel();
  const { memo, held } = change;
  if (!held) return null;
  const trouble = entryTrouble(change, shows);
  if (trouble) {
    const mine = entryValuesOf({ ...trouble.current, ...trouble.mine });
    return (
      <Conflict
        title={`${held.message}: ${trouble.current.operator}`}
        differences={entryDifferences(mine, trouble.current, unitLabel)}
        judge={(names) => judgeChoice(trouble, names)}
        onDecide={(names) => settle(change, decideEntry(change, trouble, names))}
      />
    );
  }
  const current = memo.kind === 'updateShow' && shows.find(({ id }) => id === memo.base.id);
  if (current) {
    return (
      <Conflict
        title={held.message}
        differences={showDifferences({ ...current, ...memo.values }, current)}
        onDecide={(names) => settle(change, decideShow(change, current, names))}
      />
    );
  }
  return <Refusal change={change} message={held.message} words={wordsOf(memo, unitLabel)} />;
}

function Refusal({ change, message, words }: { change: LogChange; message: string; words: string }) {
  return (
    <Alert role="alert" color="yellow" variant="outline" icon={<TriangleAlert aria-hidden />} title={message}>
      <Stack gap="sm">
        <Text className="prose">{words}</Text>
        <Group>
          <Button variant="default" onClick={() => outbox.put(insisted(change))}>
            {change.memo.kind === 'deleteEntry' ? 'Delete anyway' : 'Try again'}
          </Button>
          <Button variant="default" onClick={() => outbox.remove(change)}>
            Let it go
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

/** The change once more; a deletion then means the entry as it stands. */
function insisted(change: LogChange): LogChange {
  const { memo, held } = change;
  if (memo.kind !== 'deleteEntry' || held?.current === undefined) return again(change);
  return again(change, { ...memo, base: entryShape.parse(held.current) });
}
