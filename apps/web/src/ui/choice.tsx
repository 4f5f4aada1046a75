import { Group, Radio } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  label: string;
  options: readonly string[];
  /** The options that other fields leave to choose from; all where absent. */
  offered?: readonly string[];
  required?: boolean;
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  description?: string;
}

/** One of few, all in sight. */
export function Choice({ options, offered = options, ...group }: Props) {
  return (
    <Radio.Group {...group}>
      <Group gap="md">
        {options.map((option) => (
          <Radio
            key={option}
            value={option}
            label={option || 'Not said'}
            disabled={!offered.includes(option)}
          />
        ))}
      </Group>
    </Radio.Group>
  );
}
