import type { AuditFilter } from '@monkey-tracker/contract/audit';
import { calendarDate, venueMoment } from '@monkey-tracker/contract/calendar';
import { eventTypes } from '@monkey-tracker/contract/events';

/** What the address of the audit log says: whose changes, of what kind, of which show or record, between which days. */
export type AuditSearch = {
  actor?: string;
  type?: string;
  show?: string;
  subject?: string;
  /** Days of the venue, both included. */
  from?: string;
  to?: string;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const idOf = (value: unknown) => (typeof value === 'string' && uuid.test(value) ? value : undefined);
const dateOf = (value: unknown) => calendarDate.safeParse(value).data || undefined;

/** What makes sense of an address; anything else in it is as if it were not there. */
export function auditSearch(raw: Record<string, unknown>): AuditSearch {
  const search: AuditSearch = {
    actor: idOf(raw['actor']),
    type: eventTypes.find((one) => one === raw['type']),
    show: idOf(raw['show']),
    subject: idOf(raw['subject']),
    from: dateOf(raw['from']),
    to: dateOf(raw['to']),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

/** The same as the server is asked: days become the moments at which they begin and end at the venue. */
export function auditFilter({ type, from, to, ...search }: AuditSearch, timeZone: string): AuditFilter {
  const dayAfter = (date: string) =>
    new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return {
    ...search,
    ...(type !== undefined && { type: eventTypes.find((one) => one === type) }),
    ...(from !== undefined && { from: venueMoment(from, '00:00', timeZone) }),
    ...(to !== undefined && { to: venueMoment(dayAfter(to), '00:00', timeZone) - 1 }),
  };
}
