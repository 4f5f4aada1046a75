import type { ReactNode } from 'react';
import { Failure, Loading } from './states.tsx';

interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

interface Props<T> {
  query: Asked<T>;
  what?: string;
  children: (data: T) => ReactNode;
}

/** Shows what was asked for, or that it is on its way, or why it is not coming. What is there stays when a re-read fails. */
export function Loaded<T>({ query: { data, error, refetch }, what, children }: Props<T>) {
  const failure = <Failure error={error} retry={() => void refetch()} />;
  if (data === undefined) return error ? failure : <Loading what={what} />;
  return (
    <>
      {failure}
      {children(data)}
    </>
  );
}
