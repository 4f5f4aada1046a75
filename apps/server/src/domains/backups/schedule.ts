/**
 * Whether a daily backup is to be made now: the newest is older than the last time it should have been made.
 * A server that was off at that time makes up for it when it comes up.
 * @param at `HH:MM` by this machine's clock.
 */
export function isDue(at: string, now: Date, newestAt: number | null): boolean {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const last = new Date(now);
  last.setHours(hours, minutes, 0, 0);
  if (last > now) last.setDate(last.getDate() - 1);
  return newestAt === null || newestAt < last.getTime();
}
