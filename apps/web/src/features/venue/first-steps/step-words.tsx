import type { StepName } from '@monkey-tracker/contract/first-steps';
import { Button } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { paths } from '../../../app/paths.ts';
import { DataStep } from './data-step.tsx';

interface StepWords {
  title: string;
  text: string;
  /** What leads there; none where it is done outside of these pages. */
  Way?: ComponentType;
}

const to = (path: NonNullable<LinkProps['to']>, label: string) =>
  function Way() {
    return (
      <Button variant="default" renderRoot={(props) => <Link {...props} to={path} />}>
        {label}
      </Button>
    );
  };

/** What each step says, and where it leads. */
export const stepWords: Record<StepName, StepWords> = {
  rosters: {
    title: 'Rosters',
    text: 'The pilots, crew and monkey leads that the forms and boards offer. A new venue begins with sample names.',
    Way: to(paths.rosters, 'Edit rosters'),
  },
  users: {
    title: 'Users',
    text: 'Give everybody an account of their own: dispatchers log, viewers and wall displays read.',
    Way: to(paths.users, 'Add users'),
  },
  venue: {
    title: 'Time zone and unit label',
    text: 'Dates, times and the change of the day are the venue’s. Choose also whether the crew says drone or monkey.',
    Way: to(paths.settings, 'Open settings'),
  },
  data: {
    title: 'Old data or demo data',
    text: 'Bring the shows of the old software along, or look around with made-up shows that go again with one click.',
    Way: DataStep,
  },
  webhook: {
    title: 'Webhook',
    text: 'Sends each entry to another program, a spreadsheet perhaps, as it is logged. Not needed? Tick it.',
    Way: to(paths.webhook, 'Open the webhook'),
  },
  backup: {
    title: 'Backup',
    text: 'Copy the backups to another machine, and start a server from one of them once. The section “Backup” of docs/operations.md says how. Nobody but you can see whether it is done: tick it.',
  },
};
