import { ProofForm } from './proof-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useRenewRecoveryCodes } from './two-factor.queries.ts';

export function NewCodes({ onDone }: { onDone: () => void }) {
  const renew = useRenewRecoveryCodes();
  if (renew.data) return <RecoveryCodes codes={renew.data.recoveryCodes} onDone={onDone} />;
  return (
    <ProofForm
      action="Make new codes"
      withCode
      doing={renew}
      run={(proof, onError) => renew.mutate(proof, { onError })}
    />
  );
}
