import { health } from '@monkey-tracker/contract/health';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../api/call.ts';
import { paths } from '../../app/paths.ts';
import { Notice } from '../../ui/states.tsx';
import { troubleOf } from './trouble.ts';

/** Says on the administrators' pages that messages do not arrive, before somebody misses them. */
export function WebhookNotice() {
  const { data } = useQuery({
    queryKey: ['webhook', 'health'],
    queryFn: ({ signal }) => call(health, {}, { signal, named: true }),
    refetchInterval: 30_000,
  });
  const backlog = data?.details?.webhook;
  const trouble = backlog && troubleOf(backlog);
  if (trouble === undefined) return null;
  return (
    <div className="page-notice">
      <Notice title={trouble}>
        <Link to={paths.webhook}>Webhook and its deliveries</Link>
      </Notice>
    </div>
  );
}
