import { Button } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { useRegisterSW } from 'virtual:pwa-register/react';

/** A new version of the pages is there: it starts when a person says so, never in the middle of a show. */
export function Update() {
  const {
    needRefresh: [there],
    updateServiceWorker,
  } = useRegisterSW();
  if (!there) return null;
  return (
    <Button
      variant="default"
      leftSection={<RefreshCw aria-hidden size={18} />}
      onClick={() => void updateServiceWorker(true)}
    >
      Update
    </Button>
  );
}
