import { Keys } from './keys.tsx';
import { shortcuts, type ShortcutName } from './shortcuts.ts';

/** The key of a button, for those who have a keyboard; what a screen reader says is the button's own name. */
export function Hint({ of }: { of: ShortcutName }) {
  return (
    <span className="key-hint" aria-hidden>
      <Keys keys={shortcuts[of].keys[0]} />
    </span>
  );
}
