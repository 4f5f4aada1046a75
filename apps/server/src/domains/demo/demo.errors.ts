import { Problem } from '../../platform/problem.ts';

export const venueInUse = () =>
  new Problem(
    409,
    'demo.venue_in_use',
    'There are shows here already. Demo data can only fill a venue that has none, live or archived.',
  );

export const demoThere = () =>
  new Problem(409, 'demo.there_already', 'The demo data is here already. Remove it first to begin anew.');
