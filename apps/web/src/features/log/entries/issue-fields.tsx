import { primaryIssues, rootCauses, severities, subIssuesOf } from '@monkey-tracker/contract/values';
import { SimpleGrid, TextInput } from '@mantine/core';
import { useUnitLabel } from '../../../api/venue.ts';
import { OptionalSelect } from '../../../ui/optional-select.tsx';
import { entryLabels } from './entry-labels.ts';
import { type EntryFormState, settling } from './settling.ts';

/** What failed. A unit that completed may have flown with a defect, so these are always there. */
export function IssueFields({ form }: { form: EntryFormState }) {
  const labels = entryLabels(useUnitLabel());
  const issue = settling(form, 'primaryIssue');
  const subIssues = subIssuesOf(issue.value);
  const needed = form.values.status !== 'Completed';
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <OptionalSelect
          label={labels.primaryIssue}
          required={needed}
          options={primaryIssues}
          value={issue.value}
          error={issue.error}
          onChange={({ currentTarget }) => issue.set(currentTarget.value)}
        />
        <OptionalSelect
          label={labels.subIssue}
          options={subIssues}
          disabled={subIssues.length === 0}
          {...form.getInputProps('subIssue')}
        />
        <OptionalSelect
          label={labels.severity}
          required={needed}
          options={severities}
          {...form.getInputProps('severity')}
        />
        <OptionalSelect label={labels.rootCause} options={rootCauses} {...form.getInputProps('rootCause')} />
      </SimpleGrid>
      <TextInput
        label={labels.otherDetail}
        required={issue.value === 'Other'}
        {...form.getInputProps('otherDetail')}
      />
    </>
  );
}
