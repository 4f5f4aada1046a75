import { Chip, Group, Input } from '@mantine/core';

interface Props {
  label: string;
  options: readonly { value: string; label: string }[];
  value: readonly string[];
  onChange: (values: string[]) => void;
}

/** Several of many, all in sight. */
export function LineChoice({ label, options, value, onChange }: Props) {
  return (
    <Input.Wrapper label={label} labelElement="div" className="no-print">
      <Chip.Group multiple value={[...value]} onChange={onChange}>
        <Group component="fieldset" gap="xs" className="bare" aria-label={label}>
          {options.map((option) => (
            <Chip
              key={option.value}
              value={option.value}
              variant="outline"
              radius="md"
              className="touch-chip"
            >
              {option.label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}
