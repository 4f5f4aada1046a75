import { Container } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { Page } from '../ui/page.tsx';
import { Failure } from '../ui/states.tsx';
import { paths } from './paths.ts';

export function NotFound() {
  return (
    <Container component="main" py="xl">
      <Page title="There is nothing at this address">
        <Link to={paths.today}>Go to today</Link>
      </Page>
    </Container>
  );
}

/** A page that could not even begin, mostly because the server does not answer. */
export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Container py="xl">
      <Page title="This page cannot be shown">
        <Failure error={error instanceof Error ? error : new Error('Something went wrong')} retry={retry} />
      </Page>
    </Container>
  );
}
