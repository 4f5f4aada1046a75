import { updateConfig } from '@monkey-tracker/contract/config';
import {
  type DeliveryState,
  listDeliveries,
  pauseWebhook,
  readDelivery,
  redeliver,
  resumeWebhook,
  testWebhook,
} from '@monkey-tracker/contract/webhook';
import type { WebhookChange } from '@monkey-tracker/contract/webhook-settings';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call.ts';
import { configQuery } from '../../api/venue.ts';

/** Deliveries happen by themselves: they are looked at again at this beat while somebody watches. */
const beatMs = 3_000;

export const deliveriesQuery = (state?: DeliveryState) =>
  infiniteQueryOptions({
    queryKey: ['webhook', 'deliveries', state],
    queryFn: ({ pageParam, signal }) =>
      call(listDeliveries, { query: { state, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: beatMs,
  });

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhook', 'delivery', id],
    queryFn: ({ signal }) => call(readDelivery, { params: { id } }, { signal }),
    refetchInterval: beatMs,
  });

function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([client.invalidateQueries({ queryKey: ['webhook'] }), client.invalidateQueries(configQuery)]);
}

export function useSaveWebhook() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (webhook: WebhookChange) => call(updateConfig, { body: { webhook } }),
    onSuccess: (config) => client.setQueryData(configQuery.queryKey, config),
  });
}

export function usePauseWebhook() {
  return useMutation({
    mutationFn: (pause: boolean) => call(pause ? pauseWebhook : resumeWebhook, {}),
    onSuccess: useRefresh(),
  });
}

export const useTestWebhook = () =>
  useMutation({ mutationFn: () => call(testWebhook, {}), onSuccess: useRefresh() });

export const useRedeliver = () =>
  useMutation({ mutationFn: (id: string) => call(redeliver, { params: { id } }), onSuccess: useRefresh() });
