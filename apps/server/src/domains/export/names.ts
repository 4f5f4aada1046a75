import type { EntriesExport, ExportFormat } from '@monkey-tracker/contract/export';

/** Names that sort by date in a folder, in letters that every system takes. */
export function nameOfRange({ from, to, scope, columns, format }: EntriesExport): string {
  const range = [from ?? 'first', to ?? 'last'].join('_');
  const all = columns === 'all' && format !== 'json' ? '_all-columns' : '';
  return `monkey-tracker_entries_${range}_${scope}${all}.${format}`;
}

export function nameOfShow(
  { date, time, label }: { date: string; time: string; label: string },
  format: ExportFormat,
): string {
  const words = label
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return (
    ['monkey-tracker_show', date, time.replace(':', ''), ...(words ? [words] : [])].join('_') + `.${format}`
  );
}
