import type { ImportReport } from '@monkey-tracker/contract/import';

const rows = [
  ['Live shows', 'shows'],
  ['Archived shows', 'archive'],
  ['Entries', 'entries'],
  ['Names', 'names'],
] as const;

const line = (name: string, ...cells: (string | number)[]) =>
  `  ${name.padEnd(16)}${cells.map((cell) => String(cell).padStart(10)).join('')}`;

/** The report as a person reads it: the counts, then each refusal with its reason. */
export function reportText(report: ImportReport): string {
  const taken = report.dryRun ? 'would take' : 'taken';
  const lines = [
    report.dryRun ? 'Nothing was changed. The import would do this:' : 'The import is done:',
    '',
    line('', taken, 'present', 'refused'),
    ...rows.map(([name, key]) => line(name, report[key].imported, report[key].present, report[key].refused)),
  ];
  if (report.refused.length > 0) {
    lines.push('', 'Refused:');
    lines.push(
      ...report.refused.map(({ source, id, reason }) => `  ${source}${id ? ` (${id})` : ''}: ${reason}`),
    );
  }
  if (report.purgeDue > 0) {
    lines.push(
      '',
      `${report.purgeDue} archived shows are past the retention and will be purged; their daily totals stay.`,
    );
  }
  return lines.join('\n');
}
