import { Box, VisuallyHidden } from '@mantine/core';
import { CheckCheck, CloudUpload, HardDrive, TriangleAlert } from 'lucide-react';
import type { Standing } from './log.record.ts';

const signs = {
  device: { icon: HardDrive, words: 'On this device, not sent yet' },
  sent: { icon: CloudUpload, words: 'Sent, not confirmed yet' },
  confirmed: { icon: CheckCheck, words: 'Confirmed by the server' },
  conflict: { icon: TriangleAlert, words: 'Needs your decision' },
} as const;

/** Where a record is on its way to the server. */
export function StandingMark({ standing }: { standing: Standing }) {
  const { icon: Icon, words } = signs[standing];
  return (
    <Box component="span" className={`standing standing-${standing}`} title={words}>
      <Icon aria-hidden size={18} />
      <VisuallyHidden>{words}</VisuallyHidden>
    </Box>
  );
}
