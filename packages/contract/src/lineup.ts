import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** The unit and battery with which a pilot last flew. */
const lineupPilot = z.object({ operator: z.string(), unitId: z.string(), batteryId: z.string() });
export type LineupPilot = z.output<typeof lineupPilot>;

export const readLineup = endpoint({
  method: 'GET',
  path: '/api/lineup',
  access: 'viewer',
  summary: 'What each pilot flew last, to begin the next show with',
  response: z.object({ pilots: z.array(lineupPilot) }),
});
