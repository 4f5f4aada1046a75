import { lazyRouteComponent } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Loading } from '../../../ui/states.tsx';

const ShowElsewhere = lazyRouteComponent(() => import('./show-elsewhere.tsx'), 'ShowElsewhere');

/** The address of a show that is not live; what it takes to draw an archived one is loaded only here. */
export function NotInLog({ id }: { id: string }) {
  return (
    <Suspense fallback={<Loading what="Looking in the archive" />}>
      <ShowElsewhere id={id} />
    </Suspense>
  );
}
