import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { paths } from '../../../app/paths.ts';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { useChanges } from '../log.changes.ts';
import { useShowErrors } from './day-room.ts';
import { ShowForm } from './show-form.tsx';
import type { ShowValues } from './show-values.ts';

export interface Beginning {
  /** Under which what is typed is kept. */
  draft: string;
  /** What the form begins with. */
  values: ShowValues;
}

/** The form of a show that is not there yet. */
export function Creating({ draft, values }: Beginning) {
  const navigate = useNavigate();
  const { createShow } = useChanges();
  const form = useForm<ShowValues>({
    initialValues: readDraft(draft, values),
    validate: useShowErrors(),
    onValuesChange: (typed) => keepDraft(draft, typed),
  });
  const submit = (typed: ShowValues) => {
    const id = createShow(typed);
    dropDraft(draft);
    void navigate({ to: paths.show, params: { id } });
  };
  return <ShowForm form={form} action="Create show" onSubmit={submit} />;
}
