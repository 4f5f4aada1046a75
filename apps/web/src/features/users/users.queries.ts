import type { Arguments } from '@monkey-tracker/contract/endpoint';
import {
  createResetLink,
  createUser,
  deleteUser,
  listUsers,
  updateUser,
} from '@monkey-tracker/contract/users';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: async ({ signal }) => (await call(listUsers, {}, { signal })).users,
  staleTime: 0,
});

function useReadAnew() {
  const client = useQueryClient();
  return () => client.invalidateQueries(usersQuery);
}

export const useCreateUser = () =>
  useMutation({
    mutationFn: (body: Arguments<typeof createUser>['body']) => call(createUser, { body }),
    onSuccess: useReadAnew(),
  });

export const useUpdateUser = () =>
  useMutation({
    mutationFn: ({ id, ...body }: { id: string } & Arguments<typeof updateUser>['body']) =>
      call(updateUser, { params: { id }, body }),
    onSuccess: useReadAnew(),
  });

export const useDeleteUser = () =>
  useMutation({
    mutationFn: (id: string) => call(deleteUser, { params: { id } }),
    onSuccess: useReadAnew(),
  });

export const useResetLink = () =>
  useMutation({ mutationFn: (id: string) => call(createResetLink, { params: { id } }) });
