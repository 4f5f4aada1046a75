import { archive, log, mail, security, signIns, webhook } from './day.ts';
import { activity, locks, longRunning, recentEvents, replication, sight, slots } from './now.ts';
import type { Section } from './section.ts';
import { bloat, cache, indexes, scans, sizes, slow, wraparound } from './week.ts';

/** The three occasions on which somebody looks inside, and what they look at. */
export const lists = {
  daily: {
    description: 'What to look at each morning: the log, the archive, sign-ins, the webhook, mail, replicas',
    sections: [log, archive, signIns, security, webhook, mail, replication, sight],
  },
  weekly: {
    description: 'What to look at each week: growth, vacuum, indexes, slow queries',
    sections: [sizes, bloat, wraparound, indexes, scans, slow, cache, slots, sight],
  },
  incident: {
    description: 'What to look at when something is wrong now: connections, locks, long queries, replicas',
    sections: [activity, longRunning, locks, replication, slots, recentEvents, sight],
  },
} satisfies Record<string, { description: string; sections: Section[] }>;
