import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { session, useSessionState } from '../api/here.ts';
import { SignOut } from '../features/account/sign-out.tsx';
import { useWaiting } from '../features/log/outbox/waiting.tsx';
import { dropAllDrafts } from '../ui/draft.ts';
import { ConnectionState } from './connection-state.tsx';
import { Keyboard } from './keyboard.tsx';
import { useLive, useSending } from './live.ts';
import { Navigation } from './navigation.tsx';
import { DisplayMenu } from './display-menu.tsx';
import { PaletteButton } from './palette-button.tsx';
import { paths } from './paths.ts';
import { Update } from './update.tsx';

const EndedSession = lazy(async () => ({
  default: (await import('../features/auth/ended-session.tsx')).EndedSession,
}));

/** Signed out on purpose: nothing of this person stays on the device. */
function useLeave() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    session.close();
    dropAllDrafts();
    await navigate({ to: paths.signIn });
    client.clear();
  };
}

export function Layout() {
  useLive();
  useSending();
  const leave = useLeave();
  const ended = useSessionState() === 'ended';
  const { waiting, held } = useWaiting();
  const count = waiting.length + held.length;
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 260, breakpoint: 'lg', collapsed: { desktop: true, mobile: !opened } }}
      padding="md"
    >
      <AppShell.Header>
        <a className="skip-link" href="#content">
          Skip to the content
        </a>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger
            hiddenFrom="lg"
            opened={opened}
            onClick={toggle}
            size="sm"
            aria-label="Menu"
            aria-expanded={opened}
          />
          <Link to={paths.home} className="nav-link brand">
            Monkey Tracker
          </Link>
          <Group component="nav" aria-label="Pages" gap={4} visibleFrom="lg" wrap="nowrap">
            <Navigation />
          </Group>
          <Group ml="auto" gap="xs" wrap="nowrap">
            <PaletteButton />
            <Update />
            <DisplayMenu />
            <ConnectionState />
            <Group visibleFrom="lg">
              <SignOut waiting={count} onDone={() => void leave()} />
            </Group>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="md" aria-label="Menu" hidden={!opened}>
        <Navigation onGo={close} />
        <SignOut waiting={count} onDone={() => void leave()} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
      <Keyboard />
      <Suspense>{ended && <EndedSession onLeave={() => void leave()} />}</Suspense>
    </AppShell>
  );
}
