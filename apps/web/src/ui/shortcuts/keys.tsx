import { Kbd } from '@mantine/core';
import { keysInWords } from './pressed.ts';

/** Keys as they stand on a keyboard, one after the other. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keys">
      {keysInWords(keys).map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}
