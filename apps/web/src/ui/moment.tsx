/** A moment as people here write it, exact for machines and on hover. */
export function Moment({ at, timeZone }: { at: number; timeZone?: string }) {
  const date = new Date(at);
  const shown = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(date);
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()} className="numbers">
      {shown}
    </time>
  );
}
