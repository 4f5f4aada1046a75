import { expect, it } from 'vitest';
import { editorsOf, initialsOf, peopleOn } from './people.ts';

const page = (clientId: string, user: string, showId: string | null, editing: string | null = null) => ({
  clientId,
  user: { id: user, displayName: user },
  showId,
  editing,
});

it('names each person on a show once, and oneself not', () => {
  const pages = [
    page('1', 'Grace', 'a'),
    page('2', 'Grace', 'a'),
    page('3', 'me', 'a'),
    page('4', 'Linus', 'b'),
  ];
  expect(peopleOn(pages, 'a', 'me').map(({ id }) => id)).toEqual(['Grace']);
});

it('names who has a line open', () => {
  const pages = [
    page('1', 'Grace', 'a', 'alex'),
    page('2', 'Linus', 'a', 'nick'),
    page('3', 'Ada', 'b', 'alex'),
  ];
  expect(editorsOf(pages, 'a', 'alex')).toEqual(['Grace']);
});

it.each([
  ['Grace Hopper', 'GH'],
  ['ada', 'A'],
  ['Ödön von  Horváth', 'ÖV'],
  ['', ''],
])('makes a sign of the name %j', (name, sign) => {
  expect(initialsOf(name)).toBe(sign);
});
