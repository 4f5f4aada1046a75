import { archiveShow, deleteShow } from '@monkey-tracker/contract/archive';
import type { Show } from '@monkey-tracker/contract/shows';
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../../../api/me.ts';
import { paths } from '../../../app/paths.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { useArchiveShow, useDeleteShow } from './show.mutations.ts';

/** The two ways in which a show leaves the log. */
export function LeaveLog({ show }: { show: Show }) {
  const may = useMay();
  const navigate = useNavigate();
  const archive = useArchiveShow();
  const remove = useDeleteShow();
  const toDay = () => navigate({ to: paths.day, params: { date: show.date } });
  return (
    <>
      {may(archiveShow) && (
        <ConfirmButton
          label="Archive show"
          title="Archive this show?"
          question="It leaves the log now and is kept in the archive as it is. It can be restored from there."
          doing={archive}
          run={() => archive.mutate(show.id, { onSuccess: toDay })}
        />
      )}
      {may(deleteShow) && (
        <ConfirmButton
          label="Delete show"
          color="red"
          title="Delete this show?"
          question={`“${show.label}” and its ${show.entries.length} entries leave the log and are kept in the archive, marked as deleted.`}
          doing={remove}
          run={() => remove.mutate(show.id, { onSuccess: toDay })}
        />
      )}
    </>
  );
}
