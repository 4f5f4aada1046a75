import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { SignOut } from '../features/account/sign-out.tsx';
import { useWaiting } from '../features/log/outbox/waiting.tsx';
import { later } from '../ui/later.ts';
import { AdminNotice } from './admin-notice.tsx';
import { ConnectionState } from './connection-state.tsx';
import { Keyboard } from './keyboard.tsx';
import { useLeave } from './leave.ts';
import { useLive, useSending } from './live.ts';
import { Navigation } from './navigation.tsx';
import { PaletteButton } from './palette-button.tsx';
import { paths } from './paths.ts';
import { SessionEnd } from './session-end.tsx';
import { Update } from './update.tsx';

const DisplayMenu = later(async () => (await import('./display-menu.tsx')).DisplayMenu);

export function Layout() {
  useLive();
  useSending();
  const leave = useLeave();
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
            <Suspense fallback={<div className="icon-place" />}>
              <DisplayMenu />
            </Suspense>
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
        <AdminNotice />
        <Outlet />
      </AppShell.Main>
      <Keyboard />
      <SessionEnd />
    </AppShell>
  );
}
