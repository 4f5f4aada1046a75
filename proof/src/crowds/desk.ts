import { randomUUID } from 'node:crypto';

interface Desk {
  url: string;
  token: string;
}

/** Asks as a dispatcher's page does. @returns the status and the answer */
async function ask({ url, token }: Desk, method: string, path: string, body?: object) {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as { id?: string } };
}

/** A dispatcher with a show of their own, who logs pilots one after the other. @returns logs the nth; its status */
export async function takeDesk(desk: Desk, number: number): Promise<(n: number) => Promise<number>> {
  const day = String(1 + Math.floor(number / 5)).padStart(2, '0');
  const made = await ask(desk, 'POST', '/api/shows', {
    date: `2099-01-${day}`,
    time: '20:00',
    label: `Desk ${number}`,
    leadPilot: 'Nazar',
    monkeyLead: 'Cleo',
  });
  const entries = `/api/shows/${made.body.id}/entries`;
  let last: string | undefined;
  return async (n) => {
    // Every fourth time they note something about the pilot before.
    if (n % 4 === 3 && last !== undefined)
      return (await ask(desk, 'PUT', `${entries}/${last}`, { notes: `seen at ${n}` })).status;
    const entry = {
      operator: `Pilot ${n}`,
      unitId: `D${n}`,
      planned: 'Yes',
      launched: 'Yes',
      status: 'Completed',
    };
    const { status, body } = await ask(desk, 'POST', entries, entry);
    last = body.id;
    return status;
  };
}
