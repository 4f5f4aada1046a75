import { type Staff, tidyRoster } from '@monkey-tracker/contract/staff';
import { Button, Group, SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { fieldErrorsOf } from '../../api/problem-error.ts';
import { Conflict } from '../../ui/conflict.tsx';
import { dropDraft, keepDraft, readDraft } from '../../ui/draft.ts';
import { Failure } from '../../ui/states.tsx';
import { notify } from '../../ui/notify.ts';
import { rosterTitles } from './roster-titles.ts';
import { useReplaceStaff } from './venue.mutations.ts';

type Lines = Record<keyof Staff, string>;

const linesOf = ({ crew, pilots, monkeyLeads }: Staff): Lines => ({
  crew: crew.join('\n'),
  pilots: pilots.join('\n'),
  monkeyLeads: monkeyLeads.join('\n'),
});

const staffOf = ({ crew, pilots, monkeyLeads }: Lines): Staff => ({
  crew: tidyRoster(crew.split('\n')),
  pilots: tidyRoster(pilots.split('\n')),
  monkeyLeads: tidyRoster(monkeyLeads.split('\n')),
});

/** The lists of a form that a person wants to keep. */
const chosen = (lines: Lines, names: readonly string[]): Partial<Lines> =>
  Object.fromEntries(Object.entries(lines).filter(([name]) => names.includes(name)));

const draft = 'rosters';

/** The rosters as lists to edit, one name on a line. The server holds no versions of them: compare before saving. */
export function RostersForm({ staff }: { staff: Staff }) {
  const [base, setBase] = useState(staff);
  const save = useReplaceStaff();
  const form = useForm<Lines>({
    initialValues: readDraft(draft, linesOf(base)),
    onValuesChange: (values) => keepDraft(draft, values),
  });
  const changed = !save.isPending && JSON.stringify(staff) !== JSON.stringify(base);
  const begin = (from: Staff, lines: Lines) => {
    setBase(from);
    form.setValues(lines);
    dropDraft(draft);
  };
  const submit = form.onSubmit((lines) =>
    save.mutate(staffOf(lines), {
      onSuccess: (saved) => {
        begin(saved, linesOf(saved));
        notify('Rosters saved');
      },
      onError: (error) => form.setErrors(fieldErrorsOf(error)),
    }),
  );
  const differences = rosterTitles
    .map(([name, label]) => ({
      name,
      label,
      mine: staffOf(form.values)[name].join(', '),
      theirs: staff[name].join(', '),
    }))
    .filter(({ mine, theirs }) => mine !== theirs);
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {changed && (
          <Conflict
            title="Somebody else changed the rosters in the meantime"
            differences={differences}
            onDecide={(mine) => {
              setBase(staff);
              form.setValues({ ...linesOf(staff), ...chosen(form.values, mine) });
            }}
          />
        )}
        <Failure error={save.error} />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          {rosterTitles.map(([name, title]) => (
            <Textarea
              key={name}
              label={title}
              description="One name on a line"
              autosize
              minRows={8}
              {...form.getInputProps(name)}
            />
          ))}
        </SimpleGrid>
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending} disabled={changed}>
            Save rosters
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
