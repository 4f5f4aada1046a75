import type pg from 'pg';

/** One question to the database: what it is about, and its rows. */
export interface Section {
  title: string;
  /** What to make of it, one sentence. */
  hint: string;
  sql: string;
  /** Leaves the section out where this answers false: an extension or a table may be missing. */
  needs?: string;
}

export interface Answered {
  title: string;
  hint: string;
  rows: Record<string, string>[];
  /** Why there is no answer. */
  failure?: string;
}

/** Asks one after the other; what one account may not see does not keep the others from being answered. */
export async function ask(client: pg.Client, sections: readonly Section[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const { title, hint, sql, needs } of sections) {
    try {
      if (needs && (await client.query(needs)).rows[0]?.there !== true) continue;
      const { rows } = await client.query(sql);
      answers.push({ title, hint, rows: rows.map(asText) });
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      answers.push({ title, hint, rows: [], failure });
    }
  }
  return answers;
}

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);

const asText = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, textOf(value)]));
