import { UnstyledButton } from '@mantine/core';
import { comboboxRoles } from '../../../ui/combobox.ts';
import type { Suggestion } from './complete.ts';

interface Props {
  id: string;
  suggestions: readonly Suggestion[];
  chosen: number;
  onTake: (suggestion: Suggestion) => void;
}

export const optionId = (list: string, index: number) => `${list}-${index}`;

/** How the line can go on. The focus stays in the line; a finger or a mouse may take one too. */
export function Suggestions({ id, suggestions, chosen, onTake }: Props) {
  return (
    <div id={id} {...comboboxRoles.list} aria-label="Suggestions" className="command-suggestions">
      {suggestions.map((suggestion, index) => (
        // The keyboard chooses from the line, as in every combobox.
        <UnstyledButton
          key={suggestion.line}
          id={optionId(id, index)}
          {...comboboxRoles.option}
          aria-selected={index === chosen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          <span className="command-word">{suggestion.text}</span>
          <span className="command-meaning">{suggestion.label}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
