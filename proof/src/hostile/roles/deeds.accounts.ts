import { roles } from '@monkey-tracker/contract/endpoint';
import { unitLabels } from '@monkey-tracker/contract/values';
import { type Chances, type Deed, one } from './deed.ts';
import type { World } from './world.ts';

/** What is an administrator's, and what anybody reads. */
export const accountDeeds = {
  replaceStaff: (world: World, { which }: Chances): Deed => {
    const names = [`Pilot ${which}`];
    return {
      method: 'PUT',
      path: '/api/staff',
      body: { crew: [], pilots: names, monkeyLeads: [] },
      needs: 'admin',
      learn: () => (world.pilots = names),
    };
  },

  changeConfig: (world: World, { which }: Chances): Deed => {
    const unitLabel = one(unitLabels, which) ?? 'Drone';
    return {
      method: 'PUT',
      path: '/api/config',
      body: { unitLabel },
      needs: 'admin',
      learn: () => (world.unitLabel = unitLabel),
    };
  },

  giveRole: (world: World, { which, other }: Chances): Deed => {
    const account = world.account(which);
    const role = one(roles, other) ?? 'viewer';
    return {
      method: 'PATCH',
      path: `/api/users/${account?.id}`,
      body: { roles: [role] },
      needs: 'admin',
      learn: () => account && (account.role = role),
    };
  },

  shutOut: (world: World, { which, other }: Chances): Deed => {
    const account = world.account(which);
    const disabled = other % 2 === 0;
    return {
      method: 'PATCH',
      path: `/api/users/${account?.id}`,
      body: { disabled },
      needs: 'admin',
      learn: () =>
        account && Object.assign(account, { disabled, hasSession: account.hasSession && !disabled }),
    };
  },

  signOut: (world: World, { which }: Chances): Deed => {
    const account = world.account(which);
    return {
      method: 'POST',
      path: `/api/users/${account?.id}/sign-out`,
      needs: 'admin',
      learn: () => account && (account.hasSession = false),
    };
  },

  readShows: (): Deed => ({ method: 'GET', path: '/api/shows', needs: 'viewer' }),
  readUsers: (): Deed => ({ method: 'GET', path: '/api/users', needs: 'admin' }),
  readOwnAccount: (): Deed => ({ method: 'GET', path: '/api/auth/me', needs: 'self' }),
};
