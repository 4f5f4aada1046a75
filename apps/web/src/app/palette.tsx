import '@mantine/spotlight/styles.css';
import { UnstyledButton } from '@mantine/core';
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight';
import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { comboboxRoles } from '../ui/combobox.ts';
import { Keys } from '../ui/shortcuts/keys.tsx';
import { shortcuts } from '../ui/shortcuts/shortcuts.ts';
import { type PaletteAction, usePaletteActions } from './palette-actions.ts';

const [store, spotlight] = createSpotlight();

const name = 'Find a page, a show or an action';

const focus = (input: HTMLInputElement | null) => input?.focus();

const holds = (label: string, query: string) => {
  const text = label.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** Finds pages, today's shows and actions by name. `asked` counts how often somebody wanted it. */
export function Palette({ asked }: { asked: number }) {
  const id = useId();
  const [query, setQuery] = useState('');
  const { selected, opened } = useSpotlight(store);
  const actions = usePaletteActions().filter(({ label }) => holds(label, query));
  const groups = Map.groupBy(actions, ({ group }) => group);
  const chosen = actions[selected];
  const optionId = (action: PaletteAction) => `${id}-${action.id}`;
  const before = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asked === 0) return;
    // Before the line takes the focus, which it does as soon as it is there: people type at once.
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    spotlight.open();
  }, [asked]);
  const run = (action: PaletteAction) => {
    spotlight.close();
    // The focus goes back to where it was before the action moves it.
    setTimeout(action.run);
  };
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={520}
      attributes={{ content: { 'aria-label': name } }}
      // Keys that come fast must not meet a dialog that is only fading.
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      onSpotlightClose={() => before.current?.focus()}
      styles={{ content: { border: '1px solid var(--mantine-color-default-border)' } }}
      overlayProps={{ backgroundOpacity: 0.7, blur: 0 }}
    >
      <Spotlight.Search
        ref={focus}
        placeholder={name}
        aria-label={name}
        {...comboboxRoles.line}
        aria-expanded={opened}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && optionId(chosen)}
        leftSection={<Search aria-hidden size={20} />}
      />
      <Spotlight.ActionsList>
        <div id={`${id}-list`} {...comboboxRoles.list} aria-label="Found">
          {[...groups].map(([group, list]) => (
            <Spotlight.ActionsGroup key={group} label={group} {...comboboxRoles.group} aria-label={group}>
              {list.map((action) => (
                <UnstyledButton
                  key={action.id}
                  id={optionId(action)}
                  data-action
                  {...comboboxRoles.option}
                  aria-selected={action === chosen}
                  className={`${Spotlight.classes.action} palette-action`}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => run(action)}
                >
                  {action.label}
                  <ActionKeys {...action} />
                </UnstyledButton>
              ))}
            </Spotlight.ActionsGroup>
          ))}
        </div>
        {actions.length === 0 && <Spotlight.Empty>Nothing of this name</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function ActionKeys({ shortcut }: PaletteAction) {
  if (shortcut === undefined || shortcut === 'signOut') return null;
  return <Keys keys={shortcuts[shortcut].keys[0]} />;
}
