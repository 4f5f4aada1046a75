import { type AuditFilter, exportAudit } from '@monkey-tracker/contract/audit';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { download } from '../../api/download.ts';
import { session } from '../../api/here.ts';
import { Failure } from '../../ui/states.tsx';

/** Saves what the filters show as a file. */
export function SaveAudit({ filter }: { filter: AuditFilter }) {
  const save = useMutation({ mutationFn: () => download(session, exportAudit, { query: filter }) });
  return (
    <>
      <Failure error={save.error} />
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        Save as CSV
      </Button>
    </>
  );
}
