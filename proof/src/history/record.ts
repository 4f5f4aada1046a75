/** What a client asks for. */
export interface Ask {
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: Record<string, unknown>;
  /** The idempotency key; the same for each repeat. */
  key?: string;
  /** The version that a change was based on. */
  basedOn?: number;
}

/** What it was told; undefined where no answer came, so that it does not know. */
export type Told = { status: number; body: unknown } | undefined;

export interface Deed {
  client: number;
  ask: Ask;
  told: Told;
}

/** Sends a request to one of the servers. @throws where no answer comes */
export type Send = (ask: Ask | { method: 'GET'; path: string }) => Promise<{ status: number; body: unknown }>;

/** One event of the log, as the audit tells it. */
export interface LogEvent {
  seq: number;
  type: string;
  subjectId: string | null;
  showId: string | null;
  before: unknown;
  after: unknown;
}

export type Row = Record<string, unknown> & { id: string };
export type ShowRow = Row & { entries: Row[] };

/** Everything that is judged when all is over. */
export interface History {
  deeds: Deed[];
  log: LogEvent[];
  /** What the tables hold, as the API tells it. */
  shows: ShowRow[];
  archive: ShowRow[];
  chainWhole: boolean;
  /** For each reader of the stream the numbers that it saw, and the one that it began after. */
  readers: { from: number; seen: number[] }[];
}

export const importPath = '/api/import';

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

const rowsIn = (list: unknown): Row[] => (Array.isArray(list) ? list.filter(isRow) : []);

/** The snapshots that an import asks to take. */
export const snapshotsIn = (body: Record<string, unknown> | undefined): Row[] => rowsIn(body?.['archive']);

/** The shows that an import asks to take, live and archived. */
export const importedBy = (body: Record<string, unknown> | undefined): Row[] => [
  ...rowsIn(body?.['shows']),
  ...snapshotsIn(body),
];
