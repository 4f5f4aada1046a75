import { fillDemo, removeDemo } from '@monkey-tracker/contract/demo';
import {
  dismissFirstSteps,
  type FirstSteps,
  type StepName,
  tickFirstStep,
} from '@monkey-tracker/contract/first-steps';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { firstStepsQuery } from '../../../api/first-steps.ts';

function useTake() {
  const client = useQueryClient();
  return (steps: FirstSteps) => client.setQueryData(firstStepsQuery.queryKey, steps);
}

export const useDismiss = () =>
  useMutation({
    mutationFn: (dismissed: boolean) => call(dismissFirstSteps, { body: { dismissed } }),
    onSuccess: useTake(),
  });

export const useTick = (step: StepName) =>
  useMutation({
    mutationFn: (ticked: boolean) => call(tickFirstStep, { params: { step }, body: { ticked } }),
    onSuccess: useTake(),
  });

/** Everything on the screen may be of the demo: all is read anew. */
function useReadAnew() {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}

export const useFillDemo = () =>
  useMutation({ mutationFn: () => call(fillDemo, {}), onSuccess: useReadAnew() });

export const useRemoveDemo = () =>
  useMutation({ mutationFn: () => call(removeDemo, {}), onSuccess: useReadAnew() });
