import type { Role } from '@monkey-tracker/contract/endpoint';

/** Who asks: a user on an open session or by a token, with the roles that hold at this moment. */
export interface Caller {
  userId: string;
  /** The session's id, or the token's where `byToken`. */
  sessionId: string;
  /** A script's key: it does the work of its role, and nothing to its owner's account. */
  byToken: boolean;
  displayName: string;
  roles: Role[];
  /** An administrator without the second factor that the venue asks for: until then they are none. */
  lacksSecondFactor: boolean;
}
