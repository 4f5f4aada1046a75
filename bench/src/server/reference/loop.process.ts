import { randomUUID } from 'node:crypto';
import { toPoolConfig, type ConnectionParts } from '@monkey-tracker/db/connection';
import pg from 'pg';
import { clients } from '../effort.ts';
import { say, told } from '../stage/told.ts';
import type { Statement } from './record.ts';
import { type Numbers, replacements, someNumbers } from './stand-ins.ts';

interface Input {
  parts: ConnectionParts;
  statements: Statement[];
  seconds: number;
}

const { parts, statements, seconds } = await told<Input>();
const named = statements.map((statement) => ({ ...statement, name: randomUUID() }));
const open = Array.from({ length: clients }, () => new pg.Client(toPoolConfig(parts)));
await Promise.all(open.map((client) => client.connect()));

const valueOf = (value: unknown, numbers: Numbers) =>
  typeof value === 'string'
    ? replacements.reduce((text, { from, of }) => text.replaceAll(from, of(numbers)), value)
    : value;

let done = 0;
const begun = performance.now();
await Promise.all(
  open.map(async (client) => {
    while (performance.now() - begun < seconds * 1_000) {
      const numbers = someNumbers();
      for (const { name, text, values } of named) {
        // What takes no values, such as `begin`, is sent as it is.
        if (values.length === 0) await client.query(text);
        else await client.query({ name, text, values: values.map((value) => valueOf(value, numbers)) });
      }
      done += 1;
    }
  }),
);
const perSecond = done / ((performance.now() - begun) / 1_000);
await Promise.all(open.map((client) => client.end()));
say(perSecond);
