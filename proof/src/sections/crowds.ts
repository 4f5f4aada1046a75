import { openAudienceElsewhere } from '../crowds/elsewhere.ts';
import { withEmbedded } from '../crowds/embedded.ts';
import { spend } from '../crowds/evening.ts';
import { summaryOf, tableOf } from '../crowds/report.ts';
import { openCrowdedVenue } from '../crowds/venue.ts';
import type { Finding, Setting } from './section.ts';

const crowd = { streams: 2_000, logins: 500, pace: 1 };
const eveningSeconds = 60;
/** As many accounts as may sign in. */
const people = 400;
const patienceMs = 500;

/** Node raises its own limit of open files as far as the system lets it; the server needs one for each stream. */
function ensureFiles(): void {
  const { userLimits } = process.report.getReport() as {
    userLimits?: { open_files?: { hard?: number | string } };
  };
  const needed = crowd.streams + 200;
  const hard = Number(userLimits?.open_files?.hard ?? Infinity);
  if (hard < needed) throw new Error(`The limit of open files is ${hard}; raise it: ulimit -Hn ${needed}`);
}

/** Streams by the thousand and people at the door, while dispatchers want to work. */
export async function crowds({ seed, share, progress }: Setting): Promise<Finding> {
  ensureFiles();
  const plan = { ...crowd, seconds: Math.ceil(eveningSeconds * share), seed };
  return withEmbedded(async (parts) => {
    const venue = await openCrowdedVenue(parts, people);
    try {
      const stage = { venue, parts, openAudience: openAudienceElsewhere, say: progress };
      const summary = summaryOf(plan, await spend(stage, plan));
      const { missed, failures, lockedOut, dispatching } = summary;
      const broken = [
        ...(missed > 0 ? [`readers: ${missed} streams missed a change or saw one twice`] : []),
        ...(failures > 0 ? [`answer: ${failures} times a 5xx`] : []),
        ...(lockedOut > 0 ? [`sign-in: ${lockedOut} people with the right password were refused`] : []),
        ...(dispatching.p99 > patienceMs
          ? [`wait: p99 of dispatchers ${dispatching.p99.toFixed(0)} ms`]
          : []),
      ];
      return { text: tableOf(summary), broken };
    } finally {
      await venue.close();
    }
  });
}
