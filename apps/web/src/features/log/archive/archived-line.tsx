import type { ArchivedLine } from '@monkey-tracker/contract/archive-list';
import { formatMetric, type MetricName } from '@monkey-tracker/contract/metrics';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../app/paths.ts';

const shown: readonly [MetricName, string][] = [
  ['completionRate', 'completed'],
  ['noLaunchCount', 'no-launch'],
  ['abortCount', 'abort'],
  ['avgDelaySec', 'avg delay'],
];

/** One archived show in a line, with the numbers that people ask for first; it leads to the whole show. */
export function ArchivedShowLine({ show }: { show: ArchivedLine }) {
  const n = show.metrics.entriesCount;
  return (
    <li className="archive-line">
      <Link to={paths.show} params={{ id: show.id }} className="title-link archive-wide">
        <span className="numbers">
          {show.date} {show.time}
        </span>{' '}
        {show.label}
      </Link>
      <Text size="sm" c="dimmed" className="archive-wide">
        {show.deletedAt !== null && 'Deleted · '}
        {show.leadPilot} · {show.monkeyLead} · n {n}
      </Text>
      {shown.map(([name, words]) => (
        <Text key={name} size="sm" className="numbers">
          {formatMetric(name, show.metrics[name])}{' '}
          <Text component="span" size="xs" c="dimmed">
            {words}
            {name === 'avgDelaySec' && ` n ${show.metrics.delayCount}`}
          </Text>
        </Text>
      ))}
    </li>
  );
}
