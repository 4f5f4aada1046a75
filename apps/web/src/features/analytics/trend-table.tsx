import type { Group as Period, Measure } from '@monkey-tracker/contract/archive-metrics';
import { formatValue, type MetricUnit } from '@monkey-tracker/contract/metrics';
import { Button, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../app/paths.ts';
import type { Line } from './lines.ts';
import { saveTable } from './save-table.ts';

const nameOf = (group: Period) =>
  group.show ? `${group.from} ${group.show.time} ${group.show.label}` : group.key;

/** What the chart shows, in numbers: the newest first, each with n and range, leading to the shows behind it. */
export function TrendTable({ groups, lines }: { groups: readonly Period[]; lines: readonly Line[] }) {
  const rows = groups.toReversed();
  const save = () =>
    saveTable('trend', [
      ['period', 'shows', ...lines.flatMap(({ name }) => [name, `${name} n`, `${name} min`, `${name} max`])],
      ...rows.map((group) => [
        nameOf(group),
        group.showsCount,
        ...lines.flatMap((line) => {
          const { value, n, min, max } = line.read(group);
          return [value, n, min, max];
        }),
      ]),
    ]);
  return (
    <details open={groups.length <= 14}>
      <summary>As a table</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="scroll-x" aria-label="Over time, as a table" tabIndex={0}>
        <Table className="numbers">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>When</Table.Th>
              <Table.Th>Shows</Table.Th>
              {lines.map(({ name, label }) => (
                <Table.Th key={name}>{label}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((group) => (
              <Table.Tr key={group.key}>
                <Table.Th scope="row">
                  <Behind group={group} />
                </Table.Th>
                <Table.Td>{group.showsCount}</Table.Td>
                {lines.map((line) => (
                  <Table.Td key={line.name}>
                    <Cell unit={line.unit} {...line.read(group)} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <Button variant="default" className="no-print" mt="sm" onClick={save}>
        Save this table (CSV)
      </Button>
    </details>
  );
}

/** The way to the show, or to all shows of the period. */
function Behind({ group }: { group: Period }) {
  if (group.show && !group.show.purged) {
    return (
      <Link to={paths.show} params={{ id: group.show.id }}>
        {nameOf(group)}
      </Link>
    );
  }
  return (
    <Link to={paths.archive} search={{ from: group.from, to: group.to }}>
      {nameOf(group)}
    </Link>
  );
}

function Cell({ unit, value, n, min, max }: Measure & { unit: MetricUnit }) {
  const range = min !== null && max !== null && min !== max;
  return (
    <>
      {formatValue(unit, value)} <small>n {n}</small>
      {range && (
        <small>
          {' '}
          · {formatValue(unit, min)} to {formatValue(unit, max)}
        </small>
      )}
    </>
  );
}
