export { readBacklog } from './queue.queries.ts';
export { ensureReachable, readSummary, readWebhook, updateWebhook } from './settings.service.ts';
