import { exportAudit, listAudit, verifyAudit } from '@monkey-tracker/contract/audit';
import type { FastifyPluginAsync } from 'fastify';
import { routes } from '../../platform/routes.ts';
import { readRecordAt, restoreRecord } from '@monkey-tracker/contract/audit-records';
import * as exporting from './export.service.ts';
import * as records from './records.service.ts';
import * as service from './audit.service.ts';

export const audit: FastifyPluginAsync = async (app) => {
  const { read, change, download } = routes(app);

  read(listAudit, ({ db, query }) => service.listAudit(db, query));
  download(exportAudit, async ({ db, query }) => exporting.exportAudit(db, query));
  read(readRecordAt, ({ db, params, query }) => records.readRecordAt(db, params.id, query));
  change(restoreRecord, ({ unit, params, body }) => records.restoreRecord(unit, params.id, body.seq));
  read(verifyAudit, ({ db }) => service.verifyAudit(db));
};
