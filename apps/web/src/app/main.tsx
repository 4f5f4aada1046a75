import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { keepQueries } from '../api/kept-queries.ts';
import { queryClient } from '../api/query-client.ts';
import { outbox } from '../features/log/outbox/here.ts';
import { Providers } from './providers.tsx';

// zod would compile its checks with `new Function`, which the Content-Security-Policy forbids.
z.config({ jitless: true });

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
// What this device kept is there before the first page asks for it.
await Promise.all([keepQueries(queryClient), outbox.load()]);

createRoot(root).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
