import type { Entry } from '@monkey-tracker/contract/entries';
import { Badge } from '@mantine/core';
import { Ban, Check, OctagonX } from 'lucide-react';

/** The colour and the sign of each outcome: the same everywhere, and never without its word. */
export const statusLooks = {
  Completed: { color: 'green', icon: Check },
  'No-launch': { color: 'yellow', icon: Ban },
  Abort: { color: 'red', icon: OctagonX },
} as const;

/** An outcome in a word, with a sign and a colour beside it. */
export function StatusBadge({ status }: { status: Entry['status'] }) {
  const { color, icon: Icon } = statusLooks[status];
  return (
    <Badge
      variant="outline"
      color={color}
      size="lg"
      miw="max-content"
      tt="none"
      c="var(--mantine-color-text)"
      leftSection={<Icon aria-hidden size={16} color={`var(--mantine-color-${color}-6)`} />}
    >
      {status}
    </Badge>
  );
}
