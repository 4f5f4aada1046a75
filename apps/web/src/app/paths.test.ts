import { expect, it } from 'vitest';
import { paths } from './paths.ts';

it('keeps the addresses that people have bookmarked and that the server prints', () => {
  expect(paths).toEqual({
    home: '/',
    today: '/today',
    signIn: '/sign-in',
    setup: '/setup',
    reset: '/reset',
    invitation: '/invitation',
    day: '/days/$date',
    show: '/shows/$id',
    entry: '/shows/$id/entries/$entryId',
    wall: '/wall',
    wallOf: '/wall/$id',
    archive: '/archive',
    analytics: '/analytics',
    rosters: '/rosters',
    account: '/account',
    users: '/users',
    settings: '/settings',
    webhook: '/webhook',
    audit: '/audit',
    firstSteps: '/first-steps',
    import: '/import',
  });
});
