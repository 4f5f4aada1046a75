import { ProofForm } from './proof-form.tsx';
import { useDisableTwoFactor } from './two-factor.queries.ts';

export function TurnOff({ onDone }: { onDone: () => void }) {
  const disable = useDisableTwoFactor();
  return (
    <ProofForm
      action="Turn off"
      color="red"
      withCode
      doing={disable}
      run={(proof, onError) => disable.mutate(proof, { onSuccess: onDone, onError })}
    />
  );
}
