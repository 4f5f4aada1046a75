import { formatMetric, issueRates, type MetricName, metricsOf } from '@monkey-tracker/contract/metrics';
import { Text } from '@mantine/core';
import type { Entry } from '@monkey-tracker/contract/entries';

const shown: readonly [MetricName, string][] = [
  ['launchSuccess', 'Launch success'],
  ['completedCount', 'Completed'],
  ['noLaunchCount', 'No-launch'],
  ['abortCount', 'Abort'],
  ['avgDelaySec', 'Average delay'],
  ['maxDelaySec', 'Longest delay'],
];

const most = 3;

/** The show in numbers as it stands now, each with the number of entries that it rests on. */
export function NumbersStrip({ entries }: { entries: readonly Entry[] }) {
  const numbers = metricsOf(entries);
  const n = (name: MetricName) =>
    name === 'launchSuccess'
      ? numbers.plannedCount
      : name.endsWith('DelaySec')
        ? numbers.delayCount
        : numbers.entriesCount;
  const issues = issueRates(entries).slice(0, most);
  return (
    <dl className="strip" aria-label="Numbers of this show">
      {shown.map(([name, label]) => (
        <div key={name}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <dd className="numbers">
            {formatMetric(name, numbers[name])}{' '}
            <Text component="span" size="xs" c="dimmed">
              n {n(name)}
            </Text>
          </dd>
        </div>
      ))}
      <div className="strip-issues">
        <Text component="dt" size="xs" c="dimmed">
          Top issues
        </Text>
        <dd>
          {issues.length === 0 && '–'}
          {issues.map(({ issue, count }) => `${issue} ${count}`).join(' · ')}{' '}
          <Text component="span" size="xs" c="dimmed">
            n {numbers.entriesCount}
          </Text>
        </dd>
      </div>
    </dl>
  );
}
