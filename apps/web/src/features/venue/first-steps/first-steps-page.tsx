import type { FirstSteps } from '@monkey-tracker/contract/first-steps';
import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { firstStepsQuery } from '../../../api/first-steps.ts';
import { paths } from '../../../app/paths.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Failure } from '../../../ui/states.tsx';
import { useDismiss } from './first-steps.mutations.ts';
import { StepCard } from './step-card.tsx';

/** What a new venue has to do, each step with its true state. */
export function FirstStepsPage() {
  const query = useQuery(firstStepsQuery);
  return (
    <Page
      title="First steps"
      lead={query.data && <Progress steps={query.data.steps} />}
      actions={
        <>
          {query.data && <Dismiss dismissed={query.data.dismissed} />}
          <Button
            rightSection={<ArrowRight aria-hidden size={18} />}
            renderRoot={(props) => <Link {...props} to={paths.today} />}
          >
            Go to today
          </Button>
        </>
      }
    >
      <Loaded query={query} what="Looking what is done">
        {({ steps }) => (
          <Stack component="ol" className="steps" gap="sm">
            {steps.map((step) => (
              <StepCard key={step.step} {...step} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Progress({ steps }: Pick<FirstSteps, 'steps'>) {
  const done = steps.filter((step) => step.done).length;
  const left = steps.length - done;
  return (
    <span className="numbers">
      {done} of {steps.length} done
      {left === 0 && ' · this venue is ready'}
    </span>
  );
}

function Dismiss({ dismissed }: { dismissed: boolean }) {
  const dismiss = useDismiss();
  return (
    <>
      <Failure error={dismiss.error} />
      <Button variant="default" loading={dismiss.isPending} onClick={() => dismiss.mutate(!dismissed)}>
        {dismissed ? 'Remind me on the day page' : 'Stop reminding me'}
      </Button>
    </>
  );
}
