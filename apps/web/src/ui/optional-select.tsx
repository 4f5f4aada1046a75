import { NativeSelect, type NativeSelectProps } from '@mantine/core';

/** One of a closed list, or nothing. */
export function OptionalSelect({ options, ...select }: NativeSelectProps & { options: readonly string[] }) {
  return <NativeSelect {...select} data={[{ value: '', label: '—' }, ...options]} />;
}
