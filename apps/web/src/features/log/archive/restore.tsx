import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { notify } from '../../../ui/notify.ts';
import { useRestoreShow } from '../shows/show.mutations.ts';

/** Brings a show back to the log, within the five a day. */
export function Restore({ id, name }: { id: string; name: string }) {
  const restore = useRestoreShow();
  return (
    <ConfirmButton
      label="Restore"
      name={`Restore ${name}`}
      title="Restore this show?"
      question={`${name} comes back to the log with its entries.`}
      doing={restore}
      run={(done) =>
        restore.mutate(id, {
          onSuccess: () => {
            done();
            notify(`${name} is back in the log`);
          },
        })
      }
    />
  );
}
