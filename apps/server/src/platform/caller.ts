import type { Role } from '@monkey-tracker/contract/endpoint';

/** Who asks: a user on an open session, with the roles that the database holds at this moment. */
export interface Caller {
  userId: string;
  sessionId: string;
  displayName: string;
  roles: Role[];
}
