import { importLegacy } from '@monkey-tracker/contract/import';
import { Button, FileInput, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileJson } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { Page } from '../../../ui/page.tsx';
import { Failure } from '../../../ui/states.tsx';
import { ImportReport } from './import-report.tsx';
import { sourceOf } from './source-of-files.ts';

/** Checks files or takes them over; both answer with the same report. */
function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ files, dryRun }: { files: readonly File[]; dryRun: boolean }) =>
      call(importLegacy, { query: { dryRun: String(dryRun) }, body: await sourceOf(files) }),
    onSuccess: ({ dryRun }) => (dryRun ? undefined : client.invalidateQueries()),
  });
}

/** Brings the old software's data along: choose the files, see what would happen, then import. */
export function ImportPage() {
  const [files, setFiles] = useState<File[]>([]);
  const run = useImport();
  const checked = run.data?.dryRun === true;
  const choose = (chosen: File[]) => {
    setFiles(chosen);
    run.reset();
  };
  return (
    <Page title="Import old data" lead="The shows, the archive and the rosters of the old software">
      <Stack className="card" maw={860}>
        <Text>
          Choose what the old software wrote: archive.json, shows.json and staff.json, all or some. Ids, times
          and every field stay as they were. Running it twice changes nothing.
        </Text>
        <FileInput
          label="Files"
          multiple
          accept="application/json,.json"
          placeholder="Choose files"
          leftSection={<FileJson aria-hidden size={18} />}
          value={files}
          onChange={choose}
          clearable
          clearButtonProps={{ 'aria-label': 'Choose no files' }}
        />
        <Failure error={run.error} />
        {run.data && <ImportReport report={run.data} />}
        <Group>
          <Button
            variant={checked ? 'default' : 'filled'}
            disabled={files.length === 0}
            loading={run.isPending && run.variables.dryRun}
            onClick={() => run.mutate({ files, dryRun: true })}
          >
            Check the files
          </Button>
          {checked && (
            <Button
              loading={run.isPending && !run.variables.dryRun}
              onClick={() => run.mutate({ files, dryRun: false })}
            >
              Import
            </Button>
          )}
        </Group>
      </Stack>
    </Page>
  );
}
