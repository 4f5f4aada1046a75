import { Group, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../app/paths.ts';
import type { LoggedShow } from '../log.record.ts';
import { StandingMark } from '../standing-mark.tsx';

/** A show's time and label, which lead to it; and where it is on its way, until the server has it. */
export function ShowCardTitle({ show, order, size }: { show: LoggedShow; order: 2 | 3; size: 'h2' | 'h4' }) {
  return (
    <Group gap="xs">
      <Title order={order} size={size} style={{ overflowWrap: 'anywhere' }}>
        <Link to={paths.show} params={{ id: show.id }} className="title-link">
          <span className="numbers">{show.time}</span> {show.label}
        </Link>
      </Title>
      {show.standing !== 'confirmed' && <StandingMark standing={show.standing} />}
    </Group>
  );
}
