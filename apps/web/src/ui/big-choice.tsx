import { Kbd, Radio, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  options: readonly string[];
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  error?: ReactNode;
  /** Whether the digits choose among these now. */
  digits?: boolean;
}

/** The digit of a choice: 1 to 9, then 0. */
const digitOf = (index: number): string => (index < 10 ? String((index + 1) % 10) : '');

/** One of several, each large enough for a finger in the dark, and with a key. */
export function BigChoice({ label, options, value, onChange, required, error, digits = false }: Props) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange} required={required} error={error}>
      <div className="big-choice">
        {options.map((option, index) => (
          <Radio.Card key={option} value={option} className="big-choice-card">
            <Text component="span" size="sm">
              {option}
            </Text>
            {digits && (
              <span className="key-hint" aria-hidden>
                <Kbd>{digitOf(index)}</Kbd>
              </span>
            )}
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
