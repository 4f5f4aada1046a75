import { expect, it } from 'vitest';
import { type KeyPress, pressed } from './pressed.ts';
import { type Shortcut, shortcuts } from './shortcuts.ts';

const press = (fields: Partial<KeyPress>, altGraph = false): KeyPress => ({
  key: 'a',
  code: 'KeyA',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  getModifierState: () => altGraph,
  ...fields,
});

it.each([
  ['a letter', press({}), 'a'],
  ['a letter with Caps Lock', press({ key: 'A' }), 'a'],
  ['what Shift writes', press({ key: '?', code: 'Minus' }), '?'],
  ['Ctrl and a letter', press({ key: 'k', ctrlKey: true }), 'Mod+k'],
  ['Command and a letter', press({ key: 'k', metaKey: true }), 'Mod+k'],
  ['a key with a name', press({ key: 'ArrowUp', code: 'ArrowUp' }), 'ArrowUp'],
  ['the place of a letter in another script', press({ key: 'т', code: 'KeyN' }), 'n'],
  [
    'a bracket of a German keyboard',
    press({ key: '[', code: 'Digit8', ctrlKey: true, altKey: true }, true),
    '[',
  ],
  ['Alt and a letter, which is the browser’s', press({ altKey: true }), undefined],
])('%s', (_, event, name) => expect(pressed(event)).toBe(name));

it('gives no key two meanings in one place', () => {
  const list: Shortcut[] = Object.values(shortcuts);
  const global = list.filter(({ scope }) => scope === 'Everywhere').flatMap(({ keys }) => keys);
  const perScope = Map.groupBy(list, ({ scope }) => scope);
  for (const [scope, there] of perScope) {
    if (scope === 'In the command bar') continue;
    const keys = [...there.flatMap((one) => one.keys), ...(scope === 'Everywhere' ? [] : global)];
    expect(keys).toEqual([...new Set(keys)]);
  }
});
