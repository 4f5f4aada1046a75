/** The three rosters in the order of the page. */
export const rosterTitles = [
  ['pilots', 'Pilots'],
  ['crew', 'Crew'],
  ['monkeyLeads', 'Monkey leads'],
] as const;
