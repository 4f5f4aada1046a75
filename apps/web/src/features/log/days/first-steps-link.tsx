import { readFirstSteps } from '@monkey-tracker/contract/first-steps';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { firstStepsQuery } from '../../../api/first-steps.ts';
import { useMay } from '../../../api/me.ts';
import { paths } from '../../../app/paths.ts';

/** Reminds an administrator of what is left to do at a new venue, until it is done or put away. */
export function FirstStepsLink() {
  const may = useMay();
  const { data } = useQuery({ ...firstStepsQuery, enabled: may(readFirstSteps) });
  if (!data || data.dismissed) return null;
  const left = data.steps.filter((step) => !step.done).length;
  if (left === 0) return null;
  return (
    <div className="slim-note">
      <ListChecks aria-hidden size={20} />
      <span className="numbers">First steps: {left} to do</span>
      <Link to={paths.firstSteps}>See what is left</Link>
    </div>
  );
}
