/** What is asked over and over. `entries` asks each time for another entry, in one show after the other. */
export interface Load {
  port: number;
  host: string;
  connections: number;
  seconds: number;
  token?: string;
  ask: { kind: 'get'; path: string } | { kind: 'entries'; showIds: string[] };
  /** Where given, so many a second are sent, evenly, instead of as many as get answered. */
  pace?: number;
}

/** What came of it. Latencies are milliseconds. */
export interface Outcome {
  perSecond: number;
  /** How many were answered, refusals among them. */
  answers: number;
  refused: number;
  p50: number;
  p99: number;
}

/** A line as pilots' lines are: most are nominal. */
export const entrySample = {
  unitId: 'D1',
  planned: 'Yes',
  launched: 'Yes',
  status: 'Completed',
  operator: 'Alex',
  batteryId: 'B-07',
  commandRx: 'Yes',
  notes: 'battery warm, -2 % in 40 s',
};

/** Makes the bytes of one request after the other. */
export function requestsOf({ host, port, token, ask }: Load): () => string {
  const shared =
    `Host: ${host}:${port}\r\nConnection: keep-alive\r\nAccept: application/json\r\n` +
    (token ? `Authorization: Bearer ${token}\r\n` : '');
  if (ask.kind === 'get') {
    const bytes = `GET ${ask.path} HTTP/1.1\r\n${shared}\r\n`;
    return () => bytes;
  }
  let number = 0;
  return () => {
    number += 1;
    const id = crypto.randomUUID();
    const body = JSON.stringify({ ...entrySample, operator: `Pilot ${id}` });
    return (
      `POST /api/shows/${ask.showIds[number % ask.showIds.length]}/entries HTTP/1.1\r\n${shared}` +
      `Idempotency-Key: ${id}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    );
  };
}
