import { showsPerDay } from '@monkey-tracker/contract/values';
import { Group } from '@mantine/core';

/** How full a day is: in figures, and as its places, taken and free. */
export function DaySlots({ count }: { count: number }) {
  return (
    <Group gap="xs" component="span" wrap="nowrap" className="numbers">
      <span className="day-slots" aria-hidden>
        {Array.from({ length: showsPerDay }, (_, place) => (
          <span key={place} className="day-slot" data-taken={place < count || undefined} />
        ))}
      </span>
      <span>
        {count} of {showsPerDay} shows{count >= showsPerDay && ', the day is full'}
      </span>
    </Group>
  );
}
