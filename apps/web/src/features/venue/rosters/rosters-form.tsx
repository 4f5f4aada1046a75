import { mergedRoster, rosterChange } from '@monkey-tracker/contract/roster-changes';
import type { Staff } from '@monkey-tracker/contract/staff';
import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { fieldErrorsOf } from '../../../api/problem-error.ts';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { notify } from '../../../ui/notify.ts';
import { Failure, Notice } from '../../../ui/states.tsx';
import { useReplaceStaff } from '../venue.mutations.ts';
import { Removals } from './removals.tsx';
import { RosterField } from './roster-field.tsx';
import { rosterTitles } from './roster-titles.ts';

type Lines = Record<keyof Staff, string>;

const linesOf = ({ crew, pilots, monkeyLeads }: Staff): Lines => ({
  crew: crew.join('\n'),
  pilots: pilots.join('\n'),
  monkeyLeads: monkeyLeads.join('\n'),
});

const listOf = (lines: string) => lines.split('\n');

const draft = 'rosters';
/** A draft is nothing without what it was made from: what others did since would be undone. */
const draftBase = 'rosters-base';

/** The rosters as lists to edit, one name on a line, with what saving would change. */
export function RostersForm({ staff }: { staff: Staff }) {
  const save = useReplaceStaff();
  // What these lists were made from: what others change meanwhile is merged in, here and on the server.
  const base = useRef(readDraft(draftBase, staff));
  const [followed, setFollowed] = useState(false);
  const form = useForm<Lines>({
    initialValues: readDraft(draft, linesOf(staff)),
    onValuesChange: (values) => {
      keepDraft(draft, values);
      keepDraft(draftBase, base.current);
    },
  });
  const changeOf = (name: keyof Staff) => rosterChange(staff[name], listOf(form.values[name]));
  useEffect(() => {
    const seen = base.current;
    if (JSON.stringify(seen) === JSON.stringify(staff)) return;
    base.current = staff;
    form.setValues((typed) => {
      const merged = rosterTitles.map(([name]) => {
        const wanted = listOf(typed[name] ?? linesOf(seen)[name]);
        return [name, mergedRoster(staff[name], seen[name], wanted).join('\n')];
      });
      return Object.fromEntries(merged) as Lines;
    });
    setFollowed(true);
    // oxlint-disable-next-line react/exhaustive-deps -- the form is the same one throughout
  }, [staff]);
  const submit = form.onSubmit((lines) =>
    save.mutate(
      {
        crew: listOf(lines.crew),
        pilots: listOf(lines.pilots),
        monkeyLeads: listOf(lines.monkeyLeads),
        basedOn: base.current,
      },
      {
        onSuccess: (saved) => {
          base.current = saved;
          form.setValues(linesOf(saved));
          dropDraft(draft);
          dropDraft(draftBase);
          setFollowed(false);
          notify('Rosters saved');
        },
        onError: (error) => form.setErrors(fieldErrorsOf(error)),
      },
    ),
  );
  const removed = rosterTitles.flatMap(([name]) =>
    changeOf(name).removed.map((person) => ({ roster: name, person })),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        {followed && (
          <Notice title="Somebody else has just changed the rosters">
            The lists show it; what you had changed yourself is kept.
          </Notice>
        )}
        <Failure error={save.error} />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          {rosterTitles.map(([name, title]) => (
            <RosterField
              key={name}
              title={title}
              change={changeOf(name)}
              error={form.errors[name]}
              value={form.values[name]}
              onChange={(value) => form.setFieldValue(name, value)}
            />
          ))}
        </SimpleGrid>
        <Removals removed={removed} />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            Save rosters
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
