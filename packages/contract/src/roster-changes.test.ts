import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergedRoster, namesIn, rosterChange } from './roster-changes.ts';
import { tidyRoster } from './staff.ts';

it.each([
  ['Alex\nBea\r\n Cleo ', ['Alex', 'Bea', 'Cleo']],
  ['Alex, Bea,Cleo', ['Alex', 'Bea', 'Cleo']],
  ['Alex\tPilot\nBea\tCrew', ['Alex', 'Pilot', 'Bea', 'Crew']],
  ['Diaz, Dana; O’Neil, Pat', ['Diaz, Dana', 'O’Neil, Pat']],
  ['Diaz, Dana\nO’Neil, Pat', ['Diaz, Dana', 'O’Neil, Pat']],
  [' \n ', []],
])('reads the names of %j', (pasted, names) => {
  expect(namesIn(pasted)).toEqual(names);
});

it('tells what comes, what goes and what is there twice, in whatever spelling', () => {
  expect(rosterChange(['Alex', 'Nick'], ['nazar', 'Nick', ' Nick', 'NICK', 'Łukasz'])).toEqual({
    result: ['Łukasz', 'nazar', 'Nick', 'NICK'],
    added: ['Łukasz', 'nazar', 'NICK'],
    removed: ['Alex'],
    alike: [
      { name: 'Nick', as: 'Nick' },
      { name: 'NICK', as: 'Nick' },
    ],
  });
});

const names = fc.array(fc.constantFrom('Alex', 'Bea', 'Cleo', 'Dana', 'Émile', 'Nick', '李雷'), {
  maxLength: 8,
});

it('what two people change at once both stands, whoever is first', () => {
  fc.assert(
    fc.property(names, names, names, (seen, mine, theirs) => {
      const before = tidyRoster(seen);
      const one = mergedRoster(mergedRoster(before, before, mine), before, theirs);
      const { added, removed } = rosterChange(before, mine);
      const other = rosterChange(before, theirs);
      for (const name of [...added, ...other.added]) expect(one).toContain(name);
      for (const name of [...removed, ...other.removed]) expect(one).not.toContain(name);
      expect(one).toEqual(tidyRoster(one));
    }),
  );
});

it('what nobody else touched becomes just what was wanted', () => {
  fc.assert(
    fc.property(names, names, (seen, wanted) => {
      const before = tidyRoster(seen);
      expect(mergedRoster(before, before, wanted)).toEqual(tidyRoster(wanted));
    }),
  );
});
