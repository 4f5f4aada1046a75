import { Button } from '@mantine/core';
import { Search } from 'lucide-react';
import { Hint } from '../ui/shortcuts/hint.tsx';
import { perform } from '../ui/shortcuts/listening.ts';

/** Where those find the palette who do not know its keys. */
export function PaletteButton() {
  return (
    <Button
      variant="default"
      px="sm"
      className="palette-button"
      leftSection={<Search aria-hidden size={18} />}
      onClick={() => perform('palette')}
    >
      <span className="palette-word">Find</span>
      <Hint of="palette" />
    </Button>
  );
}
