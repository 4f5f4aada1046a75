/** Every address of the pages, written once. The only file of the app that features may import. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  setup: '/setup',
  reset: '/reset',
  day: '/days/$date',
  show: '/shows/$id',
  entry: '/shows/$id/entries/$entryId',
  archive: '/archive',
  rosters: '/rosters',
  account: '/account',
  users: '/users',
  settings: '/settings',
  audit: '/audit',
} as const;
