import { ActionIcon, Button, Group } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useToday } from '../../../api/venue.ts';
import { paths } from '../../../app/paths.ts';
import { useShortcut } from '../../../ui/shortcuts/use-shortcut.ts';
import { daysLater } from './calendar-days.ts';

/** The day before, today, the day after. */
export function DayNavigation({ date }: { date: string }) {
  const today = useToday();
  const navigate = useNavigate();
  const go = (days: number) => navigate({ to: paths.day, params: { date: daysLater(date, days) } });
  useShortcut('previousDay', () => go(-1));
  useShortcut('nextDay', () => go(1));
  return (
    <Group gap="xs" component="nav" aria-label="Days">
      <ActionIcon
        aria-label="Previous day"
        renderRoot={(props) => <Link {...props} to={paths.day} params={{ date: daysLater(date, -1) }} />}
      >
        <ChevronLeft aria-hidden />
      </ActionIcon>
      <Button
        variant="default"
        renderRoot={(props) => <Link {...props} to={paths.day} params={{ date: today ?? date }} />}
      >
        Today
      </Button>
      <ActionIcon
        aria-label="Next day"
        renderRoot={(props) => <Link {...props} to={paths.day} params={{ date: daysLater(date, 1) }} />}
      >
        <ChevronRight aria-hidden />
      </ActionIcon>
    </Group>
  );
}
