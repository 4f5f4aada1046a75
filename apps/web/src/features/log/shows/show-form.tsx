import {
  Autocomplete,
  Button,
  Group,
  SimpleGrid,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { staffQuery } from '../../../api/venue.ts';
import { labels, type ShowValues } from './show-values.ts';

interface Props {
  form: UseFormReturnType<ShowValues>;
  action: string;
  onSubmit: (values: ShowValues) => void;
  /** What to know before pressing the button. */
  children?: ReactNode;
}

/** All fields of a show. The rosters are offers: any name may be typed. */
export function ShowForm({ form, action, onSubmit, children }: Props) {
  const { data: staff } = useQuery(staffQuery);
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack>
        <TextInput label={labels.label} required data-autofocus {...form.getInputProps('label')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput type="date" label={labels.date} required {...form.getInputProps('date')} />
          <TextInput type="time" label={labels.time} required {...form.getInputProps('time')} />
          <Autocomplete
            label={labels.leadPilot}
            required
            data={staff?.pilots}
            {...form.getInputProps('leadPilot')}
          />
          <Autocomplete
            label={labels.monkeyLead}
            required
            data={staff?.monkeyLeads}
            {...form.getInputProps('monkeyLead')}
          />
        </SimpleGrid>
        <TagsInput
          label={labels.crew}
          description="Choose from the roster, or type a name and press Enter"
          data={staff?.crew}
          acceptValueOnBlur
          {...form.getInputProps('crew')}
        />
        <Textarea label={labels.notes} autosize minRows={2} maxRows={8} {...form.getInputProps('notes')} />
        {children}
        <Group justify="flex-end">
          <Button type="submit">{action}</Button>
        </Group>
      </Stack>
    </form>
  );
}
