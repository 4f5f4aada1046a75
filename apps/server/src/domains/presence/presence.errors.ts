import { Problem } from '../../platform/problem.ts';

export const presenceNotFound = () => new Problem(404, 'presence.not_found', 'Presence not found');
