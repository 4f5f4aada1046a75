import { Button, Text } from '@mantine/core';
import { Failure } from '../../ui/states.tsx';
import { useVerify } from './audit.queries.ts';

/** Checks the chain of hashes, and says whether it is whole or where it breaks. */
export function Verify() {
  const verify = useVerify();
  return (
    <>
      <Text component="output">
        {verify.data?.whole && `The chain of ${verify.data.events} changes is whole`}
        {verify.data?.whole === false && `The chain breaks at change ${verify.data.brokenAt}`}
      </Text>
      <Failure error={verify.error} />
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
        Verify
      </Button>
    </>
  );
}
