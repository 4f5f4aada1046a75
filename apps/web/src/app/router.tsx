import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  useParams,
} from '@tanstack/react-router';
import { DayPage } from '../features/log/days/day-page.tsx';
import { ShowPage } from '../features/log/shows/show-page.tsx';
import { Loading } from '../ui/states.tsx';
import { ensureSignedIn, toFirstPage, toToday } from './gate.ts';
import { Layout } from './layout.tsx';
import { NotFound, RouteFailure } from './no-page.tsx';
import { paths } from './paths.ts';
import { WholeScreen } from './whole-screen.tsx';

/** Pages that load later judge their own part of the address. */
const anySearch = (search: Record<string, unknown>) => search;

const root = createRootRouteWithContext<{ client: QueryClient }>()();

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: ({ to }: Record<string, unknown>): { to?: string } =>
    typeof to === 'string' ? { to } : {},
  component: lazyRouteComponent(() => import('./visitors.tsx'), 'SignIn'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: paths.setup,
  component: lazyRouteComponent(() => import('./visitors.tsx'), 'Setup'),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: paths.reset,
  component: lazyRouteComponent(() => import('./visitors.tsx'), 'Reset'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: paths.invitation,
  component: lazyRouteComponent(() => import('./visitors.tsx'), 'Invitation'),
});

/** Everything behind the sign-in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: ({ context, location }) => ensureSignedIn(context.client, location.href),
  component: Layout,
});
const parent = { getParentRoute: () => inside };

const home = createRoute({
  ...parent,
  path: paths.home,
  beforeLoad: ({ context }) => toFirstPage(context.client),
});
const today = createRoute({
  ...parent,
  path: paths.today,
  beforeLoad: ({ context }) => toToday(context.client),
});
const day = createRoute({
  ...parent,
  path: paths.day,
  component: () => <DayPage date={day.useParams().date} />,
});
const show = createRoute({
  ...parent,
  path: paths.show,
  component: () => <ShowPage id={show.useParams().id} entryId={useParams({ strict: false }).entryId} />,
});

// Below its show, so that opening and closing an entry leaves the board as it is.
const entry = createRoute({ getParentRoute: () => show, path: 'entries/$entryId' });
/** Behind the sign-in too, but with the whole screen to itself. */
const bare = createRoute({
  getParentRoute: () => root,
  id: 'bare',
  beforeLoad: ({ context, location }) => ensureSignedIn(context.client, location.href),
  component: WholeScreen,
});
const wallPage = () => import('../features/log/wall/wall-page.tsx');
const walls = [
  createRoute({
    getParentRoute: () => bare,
    path: paths.wall,
    component: lazyRouteComponent(wallPage, 'WallPage'),
  }),
  createRoute({
    getParentRoute: () => bare,
    path: paths.wallOf,
    component: lazyRouteComponent(wallPage, 'WallOfShow'),
  }),
] as const;

const rest = [
  createRoute({
    ...parent,
    path: paths.archive,
    validateSearch: anySearch,
    component: lazyRouteComponent(() => import('../features/log/archive/archive-page.tsx'), 'ArchivePage'),
  }),
  createRoute({
    ...parent,
    path: paths.analytics,
    validateSearch: anySearch,
    component: lazyRouteComponent(() => import('../features/analytics/analytics-page.tsx'), 'AnalyticsPage'),
  }),
  createRoute({
    ...parent,
    path: paths.rosters,
    component: lazyRouteComponent(() => import('../features/venue/rosters/rosters-page.tsx'), 'RostersPage'),
  }),
  createRoute({
    ...parent,
    path: paths.account,
    component: lazyRouteComponent(() => import('../features/account/account-page.tsx'), 'AccountPage'),
  }),
  createRoute({
    ...parent,
    path: paths.users,
    component: lazyRouteComponent(() => import('../features/users/users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    ...parent,
    path: paths.settings,
    component: lazyRouteComponent(
      () => import('../features/venue/settings/settings-page.tsx'),
      'SettingsPage',
    ),
  }),
  createRoute({
    ...parent,
    path: paths.webhook,
    component: lazyRouteComponent(() => import('../features/webhook/webhook-page.tsx'), 'WebhookPage'),
  }),
  createRoute({
    ...parent,
    path: paths.audit,
    validateSearch: anySearch,
    component: lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    ...parent,
    path: paths.firstSteps,
    component: lazyRouteComponent(
      () => import('../features/venue/first-steps/first-steps-page.tsx'),
      'FirstStepsPage',
    ),
  }),
  createRoute({
    ...parent,
    path: paths.import,
    component: lazyRouteComponent(() => import('../features/venue/import/import-page.tsx'), 'ImportPage'),
  }),
] as const;

const routeTree = root.addChildren([
  signIn,
  setup,
  reset,
  invitation,
  inside.addChildren([home, today, day, show.addChildren([entry]), ...rest]),
  bare.addChildren([...walls]),
]);

export const createPages = (client: QueryClient) =>
  createRouter({
    routeTree,
    context: { client },
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultErrorComponent: RouteFailure,
    defaultNotFoundComponent: NotFound,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
