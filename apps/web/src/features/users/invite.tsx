import type { Role } from '@monkey-tracker/contract/endpoint';
import { inviteUser } from '@monkey-tracker/contract/users';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { Send } from 'lucide-react';
import { schemaErrors } from '../../ui/schema-errors.ts';
import { Failure } from '../../ui/states.tsx';
import { InvitationSent } from './invitation-sent.tsx';
import { useInviteUser } from './invitations.queries.ts';
import { refusalsOf } from './new-user.tsx';
import { PersonFields } from './person-fields.tsx';
import { RoleChoice } from './role-choice.tsx';

/** Adds somebody who chooses their password themselves. */
export function Invite() {
  const [opened, { open, close }] = useDisclosure(false);
  const invite = useInviteUser();
  const begin = () => {
    invite.reset();
    open();
  };
  return (
    <>
      <Button leftSection={<Send aria-hidden size={18} />} onClick={begin}>
        Invite
      </Button>
      <Modal opened={opened} onClose={close} title="Invite somebody">
        {invite.data ? (
          <InvitationSent name={invite.data.user.displayName} {...invite.data} onDone={close} />
        ) : (
          <InviteForm invite={invite} />
        )}
      </Modal>
    </>
  );
}

const dispatcher: Role[] = ['dispatcher'];

function InviteForm({ invite }: { invite: ReturnType<typeof useInviteUser> }) {
  const form = useForm({
    initialValues: { displayName: '', email: '', roles: dispatcher },
    validate: (values) => schemaErrors(inviteUser.body, values),
  });
  const submit = form.onSubmit((values) =>
    invite.mutate(values, { onError: (error) => form.setErrors(refusalsOf(error)) }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Failure error={invite.error} />
        <PersonFields form={form} />
        <RoleChoice
          value={form.values.roles}
          error={form.errors['roles']}
          onChange={(chosen) => form.setFieldValue('roles', chosen)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={invite.isPending}>
            Invite
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
