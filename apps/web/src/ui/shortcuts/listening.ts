import { pressed } from './pressed.ts';
import { type Shortcut, type ShortcutName, shortcuts } from './shortcuts.ts';

/** What can be asked for by its name: all that a key does, and what none does. */
export type Deed = ShortcutName | 'signOut';

type Act = () => void;

/** How long after `g` the second key may come. */
const patienceMs = 1_500;

const acts = new Map<Deed, Act[]>();
/** Asked for before the page that does it stood; done as soon as it does. */
let wanted: { name: Deed; until: number } | undefined;
let begun: { key: string; until: number } | undefined;

// The entries of an object that is declared to have exactly these.
const table = Object.entries(shortcuts) as [ShortcutName, Shortcut][];

/** What a key or sequence does now: the latest that listens for it. */
function find(keys: string, typing: boolean): Act | undefined {
  for (const [name, { keys: ways, inFields }] of table) {
    const act = ways.includes(keys) && (!typing || inFields) ? acts.get(name)?.at(-1) : undefined;
    if (act) return act;
  }
  return undefined;
}

const beginsSequence = (key: string) =>
  table.some(([name, { keys }]) => acts.has(name) && keys.some((way) => way.startsWith(`${key} `)));

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|range)$/.test(target.type);
}

const inDialog = () => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

function onKeyDown(event: KeyboardEvent): void {
  const first = begun !== undefined && Date.now() < begun.until ? begun.key : undefined;
  begun = undefined;
  const key = pressed(event);
  if (key === undefined || event.isComposing || event.repeat || inDialog()) return;
  const typing = isTyping(event.target);
  const act = (first !== undefined && find(`${first} ${key}`, typing)) || find(key, typing);
  if (act) {
    // What listens on the page itself must not take the second key of a sequence for its own.
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  } else if (!typing && beginsSequence(key)) {
    begun = { key, until: Date.now() + patienceMs };
  }
}

/** Does something whenever its keys are pressed, until the returned function is called. */
export function listen(name: Deed, act: Act): () => void {
  if (acts.size === 0) addEventListener('keydown', onKeyDown, { capture: true });
  acts.set(name, [...(acts.get(name) ?? []), act]);
  if (wanted?.name === name && Date.now() < wanted.until) queueMicrotask(act);
  if (wanted?.name === name) wanted = undefined;
  return () => {
    const rest = (acts.get(name) ?? []).filter((one) => one !== act);
    if (rest.length > 0) acts.set(name, rest);
    else acts.delete(name);
    if (acts.size === 0) removeEventListener('keydown', onKeyDown, { capture: true });
  };
}

/** Does what a shortcut does without its keys; where its page is only just coming, as soon as it is there. */
export function perform(name: Deed): void {
  const act = acts.get(name)?.at(-1);
  if (act) act();
  else wanted = { name, until: Date.now() + patienceMs * 2 };
}
