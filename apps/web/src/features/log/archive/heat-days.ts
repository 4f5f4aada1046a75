import { daysLater } from '../days/calendar-days.ts';

/** Monday of the week that a date is in. */
export function mondayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return daysLater(date, -((weekday + 6) % 7));
}

/** The weeks from one date to another, each with its seven days from Monday on. */
export function weeksBetween(from: string, to: string): string[][] {
  const weeks: string[][] = [];
  for (let monday = mondayOf(from); monday <= to; monday = daysLater(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, day) => daysLater(monday, day)));
  return weeks;
}

/** In which of five steps a value lies between the lowest and the highest that there is, 1 to 5. */
export function stepOf(value: number, lowest: number, highest: number): number {
  if (highest === lowest) return 3;
  return Math.min(5, 1 + Math.floor((5 * (value - lowest)) / (highest - lowest)));
}
