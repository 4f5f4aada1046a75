import { QueryClient } from '@tanstack/react-query';
import { mayPass } from './problem-error.ts';

const pauseMs = (attempt: number) => Math.min(500 * 2 ** attempt, 4_000) * (0.75 + Math.random() / 2);

/** The page's copy of what the server holds. The event stream keeps it fresh, so that it need not ask again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      // The browser's word about being online is not worth much in a venue's network: try, and say what happened.
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && mayPass(error),
      retryDelay: pauseMs,
    },
    mutations: {
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && mayPass(error),
      retryDelay: pauseMs,
    },
  },
});
