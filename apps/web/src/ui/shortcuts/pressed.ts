/** What of a keyboard event says which key it was. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'getModifierState'
>;

/** The letter on the key where the layout writes another script; names of keys as they are. */
function nameOf({ key, code }: KeyPress): string {
  if (key.length > 1) return key;
  const latin = /^Key([A-Z])$/.exec(code)?.[1];
  return latin !== undefined && !/[\u0021-\u007e]/.test(key) ? latin.toLowerCase() : key.toLowerCase();
}

/** A key as the table of shortcuts writes it; undefined for a chord that the table never uses. */
export function pressed(event: KeyPress): string | undefined {
  const name = nameOf(event);
  // Brackets are written with AltGr on many keyboards, which says that Ctrl and Alt are down.
  if (event.getModifierState('AltGraph')) return name;
  if (event.altKey) return undefined;
  return event.ctrlKey || event.metaKey ? `Mod+${name}` : name;
}

const onMac = () => /mac|iphone|ipad/i.test(navigator.userAgent);

const symbols: Record<string, string> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
};

/** A shortcut's keys as people read them, one for each press. */
export const keysInWords = (keys: string): string[] =>
  keys.split(' ').flatMap((press) =>
    press.split('+').map((key) => {
      if (key === 'Mod') return onMac() ? '⌘' : 'Ctrl';
      return symbols[key] ?? (press.includes('+') && key.length === 1 ? key.toUpperCase() : key);
    }),
  );
