import { openDatabase } from '@monkey-tracker/db/client';
import type { ConnectionParts } from '@monkey-tracker/db/connection';
import { silentLog } from '@monkey-tracker/db/log';
import { inUnit } from '../../platform/change.ts';
import * as queries from './settle.queries.ts';

const atTheConsole = { actorId: null, requestId: null };

/**
 * Makes restored data safe to open: what ended since the backup does not come back to life, nothing is sent twice,
 * and the log tells that it was restored.
 */
export async function settleRestored(parts: ConnectionParts, backup: string): Promise<void> {
  const { db, close } = openDatabase({ ...parts, poolMin: 0 }, silentLog);
  try {
    await inUnit(db, atTheConsole, async (unit) => {
      const sessionsEnded = await queries.endAllSessions(unit.db);
      const tokensRevoked = await queries.voidAllTokens(unit.db);
      const webhookPaused = await queries.pauseWebhook(unit.db, 'A backup was restored. Check, then go on.');
      unit.record({
        type: 'backup.restored',
        subjectId: null,
        after: { backup, sessionsEnded, tokensRevoked, webhookPaused },
      });
    });
  } finally {
    await close();
  }
}
