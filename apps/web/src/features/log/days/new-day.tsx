import { Link } from '@tanstack/react-router';
import { CalendarArrowUp } from 'lucide-react';
import { paths } from '../../../app/paths.ts';
import { dateInWords } from './calendar-days.ts';

/** Says on yesterday's page that midnight has passed at the venue. */
export function NewDay({ today }: { today: string }) {
  return (
    <output className="slim-note">
      <CalendarArrowUp aria-hidden size={20} />
      <span>This was yesterday: at the venue it is {dateInWords(today)}.</span>
      <Link to={paths.day} params={{ date: today }}>
        Go to the new day
      </Link>
    </output>
  );
}
