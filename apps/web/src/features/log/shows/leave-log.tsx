import { archiveShow, deleteShow } from '@monkey-tracker/contract/archive';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../../../api/me.ts';
import { paths } from '../../../app/paths.ts';
import { useChanges } from '../log.changes.ts';
import type { LoggedShow } from '../log.record.ts';

/** The two ways in which a show leaves the log. Both keep it in the archive, and both can be undone. */
export function LeaveLog({ show }: { show: LoggedShow }) {
  const may = useMay();
  const navigate = useNavigate();
  const changes = useChanges();
  const leave = (how: (show: LoggedShow) => void) => {
    how(show);
    void navigate({ to: paths.day, params: { date: show.date } });
  };
  return (
    <>
      {may(archiveShow) && (
        <Button variant="default" onClick={() => leave(changes.archiveShow)}>
          Archive show
        </Button>
      )}
      {may(deleteShow) && (
        <Button variant="default" color="red" onClick={() => leave(changes.deleteShow)}>
          Delete show
        </Button>
      )}
    </>
  );
}
