import { exportEntries, exportFormats, type ExportFormat, exportShow } from '@monkey-tracker/contract/export';
import { Button, Checkbox, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { download, type Progress as Far } from '../../../api/download.ts';
import { session } from '../../../api/here.ts';
import { useMay } from '../../../api/me.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Failure } from '../../../ui/states.tsx';

/** What goes into the file: one show, or all shows between two dates. */
type What = { id: string } | { from?: string; to?: string };

const names: Record<ExportFormat, string> = { csv: 'CSV', json: 'JSON', xlsx: 'Excel' };

/** The button and dialog that make a file of entries; nothing for those who may not export. */
export function ExportDialog({ what, title }: { what: What; title: string }) {
  const may = useMay();
  const [opened, { open, close }] = useDisclosure(false);
  if (!may(exportEntries)) return null;
  return (
    <>
      <Button
        variant="default"
        className="no-print"
        leftSection={<Download aria-hidden size={18} />}
        onClick={open}
      >
        Export
      </Button>
      <Modal opened={opened} onClose={close} title={title}>
        <Exporting what={what} />
      </Modal>
    </>
  );
}

function Exporting({ what }: { what: What }) {
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [all, setAll] = useState(false);
  const [bom, setBom] = useState(false);
  const [far, setFar] = useState<Far>();
  const make = useMutation({
    retry: false,
    mutationFn: () => {
      const query = { format, columns: all ? ('all' as const) : ('standard' as const), bom: String(bom) };
      const options = { onProgress: setFar };
      return 'id' in what
        ? download(session, exportShow, { params: what, query }, options)
        : download(session, exportEntries, { query: { ...query, ...what, scope: 'archive' } }, options);
    },
  });
  return (
    <Stack>
      <Choice
        label="Format"
        options={exportFormats.map((one) => names[one])}
        value={names[format]}
        onChange={(name) => setFormat(exportFormats.find((one) => names[one] === name) ?? 'csv')}
      />
      {format !== 'json' && (
        <Checkbox
          label="All fields and times, not only the 24 columns of the old software"
          checked={all}
          onChange={({ currentTarget }) => setAll(currentTarget.checked)}
        />
      )}
      {format === 'csv' && (
        <Checkbox
          label="For older Excel (with a byte order mark)"
          checked={bom}
          onChange={({ currentTarget }) => setBom(currentTarget.checked)}
        />
      )}
      <Failure error={make.error} />
      {make.isPending && <Progress value={100} animated aria-label="Making the file" />}
      {far && (
        <Text component="output" size="sm" className="numbers">
          {make.isSuccess && 'Done: '}
          {Math.ceil(far.bytes / 1_000)} kB{far.entries !== null && ` of ${far.entries} entries`}
        </Text>
      )}
      <Group justify="flex-end">
        <Button onClick={() => make.mutate()} loading={make.isPending}>
          Make the file
        </Button>
      </Group>
    </Stack>
  );
}
