/** How long everything is measured. */
export interface Effort {
  rounds: number;
  /** Of one measurement within a round. */
  seconds: number;
  /** How long events are timed at a fixed pace. */
  streamSeconds: number;
  /** How often the server is started anew. */
  starts: number;
  signIns: number;
}

export const whole: Effort = { rounds: 7, seconds: 3, streamSeconds: 15, starts: 5, signIns: 15 };
export const quick: Effort = { rounds: 2, seconds: 1, streamSeconds: 2, starts: 1, signIns: 5 };

/** Clients that ask at once, each again as soon as it was answered. */
export const clients = 8;
