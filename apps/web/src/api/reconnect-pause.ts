/**
 * How long to wait before connecting again: growing, and different for each client, so that a server that
 * comes back is not met by everybody at once.
 */
export const reconnectPauseMs = (failures: number, random: () => number = Math.random): number =>
  Math.min(500 * 2 ** failures, 15_000) * (0.5 + random() / 2);
