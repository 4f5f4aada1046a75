import './archive.css';
import { formatMetric, type MetricName, metrics } from '@monkey-tracker/contract/metrics';
import { NativeSelect, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../app/paths.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { daysLater } from '../days/calendar-days.ts';
import { calendarQuery } from './archive.queries.ts';
import { stepOf, weeksBetween } from './heat-days.ts';

interface Props {
  metric: MetricName;
  onMetric: (metric: MetricName) => void;
  to: string;
}

/** A little more than half a year fits a screen. */
const daysShown = 26 * 7;
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The archive as a calendar: how each day went, by one metric. A day leads to its shows. */
export function HeatMap({ metric, onMetric, to }: Props) {
  const from = daysLater(to, 1 - daysShown);
  const query = useQuery(calendarQuery(metric, from, to));
  return (
    <section aria-label="Calendar" className="card">
      <NativeSelect
        label="Calendar of"
        w={220}
        mb="sm"
        data={metrics.map(({ name, label }) => ({ value: name, label }))}
        value={metric}
        onChange={({ currentTarget }) => {
          const chosen = metrics.find(({ name }) => name === currentTarget.value);
          if (chosen) onMetric(chosen.name);
        }}
      />
      <div className="heat-place">
        <Loaded query={query} what="Loading the calendar">
          {({ days }) => <Days days={days} metric={metric} from={from} to={to} />}
        </Loaded>
      </div>
    </section>
  );
}

interface Day {
  date: string;
  value: number | null;
  n: number;
  showsCount: number;
}

function Days({ days, metric, from, to }: { days: Day[]; metric: MetricName; from: string; to: string }) {
  const known = new Map(days.map((day) => [day.date, day]));
  const values = days.map(({ value }) => value).filter((value) => value !== null);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const words = ({ date, value, n }: Day) => `${date}: ${formatMetric(metric, value)}, n ${n}`;
  return (
    <>
      {/* Wider than a phone: the keyboard must be able to scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="scroll-x heat-scroll" aria-label="Days" tabIndex={0}>
        <div className="heat">
          <div className="heat-week" aria-hidden>
            {weekdays.map((day) => (
              <span key={day} className="heat-name">
                {day}
              </span>
            ))}
          </div>
          {weeksBetween(from, to).map((week) => (
            <div key={week[0]} className="heat-week">
              {week.map((date) => {
                const day = known.get(date);
                if (!day) return <span key={date} className="heat-day" />;
                const step = day.value === null ? 0 : stepOf(day.value, lowest, highest);
                return (
                  <Link
                    key={date}
                    to={paths.archive}
                    search={{ from: date, to: date, metric }}
                    className="heat-day"
                    data-step={step}
                    title={words(day)}
                    aria-label={words(day)}
                  />
                );
              })}
            </div>
          ))}
        </div>
      </section>
      <details>
        <summary>As a table</summary>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Day</Table.Th>
              <Table.Th>{metrics.find(({ name }) => name === metric)?.label}</Table.Th>
              <Table.Th>n</Table.Th>
              <Table.Th>Shows</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="numbers">
            {days.toReversed().map((day) => (
              <Table.Tr key={day.date}>
                <Table.Td>{day.date}</Table.Td>
                <Table.Td>{formatMetric(metric, day.value)}</Table.Td>
                <Table.Td>{day.n}</Table.Td>
                <Table.Td>{day.showsCount}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </>
  );
}
