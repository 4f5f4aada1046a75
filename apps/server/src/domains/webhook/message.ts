import type { Entry } from '@monkey-tracker/contract/entries';
import { exportColumns, type ExportedShow, exportRow } from '@monkey-tracker/contract/export-columns';
import type { WebhookEvent } from '@monkey-tracker/contract/webhook';

/** A show and an entry as they were when the event happened. */
export interface Content {
  show: ExportedShow;
  entry: Entry;
}

interface Dispatch {
  event: WebhookEvent;
  at: Date;
  url: string;
  method: string;
}

const csvField = (value: string | number) => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The body, version 2: receivers read it as the old system wrote it. */
export function messageOf({ show, entry }: Content, { event, at, url, method }: Dispatch) {
  const row = exportRow(show, entry);
  const { id, label, date, time, crew } = show;
  return {
    event,
    schemaVersion: 2,
    dispatchedAt: at.toISOString(),
    target: { url, method },
    table: { columns: exportColumns, row },
    csv: { header: exportColumns, row: row.map(csvField).join(',') },
    show: { id, label, date, time, crew },
    entry,
  };
}
