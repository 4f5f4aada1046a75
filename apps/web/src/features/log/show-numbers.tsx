import type { Entry } from '@monkey-tracker/contract/entries';
import { metricsOf } from '@monkey-tracker/contract/metrics';
import { Text } from '@mantine/core';

/** A show's counts in one line. */
export function ShowNumbers({ entries }: { entries: readonly Entry[] }) {
  const { entriesCount, completedCount, noLaunchCount, abortCount } = metricsOf(entries);
  const noun = entriesCount === 1 ? 'entry' : 'entries';
  return (
    <Text className="numbers" size="sm">
      {entriesCount} {noun} · {completedCount} completed · {noLaunchCount} no-launch · {abortCount} abort
    </Text>
  );
}
