import type { User } from '@monkey-tracker/contract/users';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { useDeleteUser } from './users.queries.ts';

export function RemoveUser({ user }: { user: User }) {
  const remove = useDeleteUser();
  return (
    <ConfirmButton
      label="Remove"
      name={`Remove ${user.displayName}`}
      color="red"
      title="Remove this user?"
      question={`${user.displayName} can no longer sign in. What they logged stays.`}
      doing={remove}
      run={(done) => remove.mutate(user.id, { onSuccess: done })}
    />
  );
}
