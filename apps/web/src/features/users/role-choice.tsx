import { type Role, roles } from '@monkey-tracker/contract/endpoint';
import { Checkbox, Group } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  value: Role[];
  onChange: (value: Role[]) => void;
  disabled?: boolean;
  error?: ReactNode;
}

/** The roles a person holds. Each includes the rights of the ones before it. */
export function RoleChoice({ value, onChange, disabled, error }: Props) {
  const change = (chosen: string[]) => onChange(roles.filter((role) => chosen.includes(role)));
  return (
    <Checkbox.Group label="Roles" value={value} onChange={change} error={error}>
      <Group>
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={role} disabled={disabled} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
