import { invalid, Problem } from '../../platform/problem.ts';

export const addressRefused = (message: string) => invalid([{ path: 'webhook.url', message }]);

export const addressMissing = () =>
  new Problem(409, 'webhook.no_address', 'The webhook has no address yet. Save one first.');

export const deliveryNotFound = () => new Problem(404, 'webhook.delivery_not_found', 'Delivery not found');

export const cursorUnknown = () =>
  invalid([{ path: 'cursor', message: 'Use the nextCursor of an earlier answer, or none' }]);
