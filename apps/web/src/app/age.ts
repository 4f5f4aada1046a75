/** Since when data is not live, in words: `data of 20:14, 3 min old`. */
export function ageInWords(at: number, now: number, timeZone?: string): string {
  if (at === 0) return 'no data yet';
  const minutes = Math.floor(Math.max(0, now - at) / 60_000);
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at);
  if (minutes < 1) return `data of ${clock}`;
  if (minutes < 60) return `data of ${clock}, ${minutes} min old`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `data ${hours} h old` : `data ${Math.floor(hours / 24)} days old`;
}
