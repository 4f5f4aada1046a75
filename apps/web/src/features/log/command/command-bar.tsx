import { TextInput } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useUnitLabel } from '../../../api/venue.ts';
import { comboboxRoles } from '../../../ui/combobox.ts';
import { Hint } from '../../../ui/shortcuts/hint.tsx';
import type { LoggedShow } from '../log.record.ts';
import { describe } from './describe.ts';
import { parse } from './parse.ts';
import { Preview } from './preview.tsx';
import { optionId, Suggestions } from './suggestions.tsx';
import { useLine } from './use-line.ts';
import { type LoggedRow, useRun } from './use-run.ts';
import { useSuggestions } from './use-suggestions.ts';

const longest = 1_000;

interface Props {
  show: LoggedShow;
  rows: readonly LoggedRow[];
  /** How often somebody called for it. */
  summoned: number;
}

/** One line that logs what happened, to one pilot or several; it says what it will do before it does it. */
export function CommandBar({ show, rows, summoned }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  // Over an empty line the board stays to be seen, until somebody asks for names.
  const [asked, setAsked] = useState(false);
  const { line, write, finish, recall, recalled } = useLine(show.id);
  const run = useRun(show);
  const unitLabel = useUnitLabel();
  const plan = useMemo(() => parse(line, rows), [line, rows]);
  const { suggestions, chosen, move } = useSuggestions(
    line,
    rows,
    open && !recalled && (line !== '' || asked),
  );
  useEffect(() => {
    if (summoned > 0) input.current?.focus();
  }, [summoned]);

  const take = (index: number): boolean => {
    const suggestion = suggestions[index];
    if (suggestion) write(suggestion.line);
    return suggestion !== undefined;
  };
  const enter = () => {
    if (take(chosen)) return;
    if (plan.problems.length > 0) return;
    run(plan);
    setAsked(false);
    finish();
  };
  const leave = () => {
    if (line === '') input.current?.blur();
    else finish();
  };
  const keys: Record<string, () => boolean | void> = {
    Enter: enter,
    Escape: leave,
    Tab: () => line !== '' && take(Math.max(chosen, 0)),
    ArrowUp: () => ((line === '' || recalled) && chosen === -1 ? recall(1) : move(-1)),
    ArrowDown: () => {
      if (recalled) return recall(-1);
      setAsked(true);
      move(1);
    },
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, ctrlKey, altKey, metaKey, nativeEvent } = event;
    if (shiftKey || ctrlKey || altKey || metaKey || nativeEvent.isComposing) return;
    // What a key does not do here, it does as everywhere: Tab goes on.
    if (Object.hasOwn(keys, key) && keys[key]?.() !== false) event.preventDefault();
  };
  const expanded = suggestions.length > 0;
  return (
    <section className="command-bar" aria-label="Command line">
      <TextInput
        ref={input}
        aria-label="Command"
        {...comboboxRoles.line}
        aria-expanded={expanded}
        aria-controls={expanded ? `${id}-list` : undefined}
        aria-activedescendant={chosen >= 0 ? optionId(`${id}-list`, chosen) : undefined}
        aria-describedby={`${id}-preview`}
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={longest}
        placeholder="Command"
        leftSection={<ChevronRight aria-hidden size={18} />}
        rightSection={<Hint of="command" />}
        value={line}
        onChange={(event) => write(event.currentTarget.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          setAsked(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="command-below" data-open={line !== '' || expanded}>
        <Preview
          id={`${id}-preview`}
          sentences={describe(plan, unitLabel)}
          problems={line === '' ? [] : plan.problems}
        />
        {expanded && (
          <Suggestions
            id={`${id}-list`}
            suggestions={suggestions}
            chosen={chosen}
            onTake={(suggestion) => write(suggestion.line)}
          />
        )}
      </div>
    </section>
  );
}
