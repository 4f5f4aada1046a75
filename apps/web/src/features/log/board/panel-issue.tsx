import { severities, subIssuesOf } from '@monkey-tracker/contract/values';
import { primaryIssues } from '@monkey-tracker/contract/values';
import { TextInput } from '@mantine/core';
import { useUnitLabel } from '../../../api/venue.ts';
import { BigChoice } from '../../../ui/big-choice.tsx';
import { entryLabels } from '../entries/entry-labels.ts';
import { type EntryFormState, settling } from '../entries/settling.ts';
import { stageOf } from './stages.ts';

/** What failed, what of it, and how bad it was for the show. */
export function PanelIssue({ form }: { form: EntryFormState }) {
  const labels = entryLabels(useUnitLabel());
  const { values, errors } = form;
  const stage = stageOf(values);
  const issue = settling(form, 'primaryIssue');
  const subIssues = subIssuesOf(values.primaryIssue);
  const needed = values.status !== 'Completed';
  const set = (name: 'subIssue' | 'severity') => (value: string) => {
    form.setFieldValue(name, value);
    form.clearFieldError(name);
  };
  return (
    <>
      <div data-field="primaryIssue">
        <BigChoice
          label={labels.primaryIssue}
          required={needed}
          options={primaryIssues}
          value={issue.value}
          error={issue.error}
          onChange={issue.set}
          digits={stage === 'primaryIssue'}
        />
      </div>
      {subIssues.length > 0 && (
        <div data-field="subIssue">
          <BigChoice
            label={labels.subIssue}
            options={subIssues}
            value={values.subIssue}
            error={errors['subIssue']}
            onChange={set('subIssue')}
            digits={stage === 'subIssue'}
          />
        </div>
      )}
      {values.primaryIssue === 'Other' && (
        <TextInput
          data-field="otherDetail"
          label={labels.otherDetail}
          required
          {...form.getInputProps('otherDetail')}
        />
      )}
      <div data-field="severity">
        <BigChoice
          label={labels.severity}
          required={needed}
          options={severities}
          value={values.severity}
          error={errors['severity']}
          onChange={set('severity')}
          digits={stage === 'severity'}
        />
      </div>
    </>
  );
}
