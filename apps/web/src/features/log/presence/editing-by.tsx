import { Text } from '@mantine/core';
import { PencilLine } from 'lucide-react';
import { editorsOf } from './people.ts';
import { useOtherPages } from './whereabouts.ts';

/** Who else has this pilot's line open, so that two do not write the same. */
export function EditingBy({ showId, pilot }: { showId: string; pilot: string }) {
  const editors = editorsOf(useOtherPages(), showId, pilot);
  if (editors.length === 0) return null;
  return (
    <Text component="output" size="sm" className="editing-by">
      <PencilLine aria-hidden size={16} /> {editors.join(', ')} {editors.length === 1 ? 'is' : 'are'} editing
    </Text>
  );
}
