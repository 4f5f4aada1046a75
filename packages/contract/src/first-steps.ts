import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** What a new venue has to do, in this order. */
export const stepNames = ['rosters', 'users', 'venue', 'data', 'webhook', 'backup'] as const;
export type StepName = (typeof stepNames)[number];

/** The steps as they stand: `done` is the true state or the tick; `ticked` says that a person ticked it by hand. */
export const firstSteps = z.object({
  steps: z.array(z.object({ step: z.enum(stepNames), done: z.boolean(), ticked: z.boolean() })),
  /** Put away for good at this venue. */
  dismissed: z.boolean(),
});
export type FirstSteps = z.output<typeof firstSteps>;

export const readFirstSteps = endpoint({
  method: 'GET',
  path: '/api/first-steps',
  access: 'admin',
  summary: 'What is left to do at a new venue',
  response: firstSteps,
});

export const dismissFirstSteps = endpoint({
  method: 'PUT',
  path: '/api/first-steps',
  access: 'admin',
  summary: 'Put the list of first steps away, or bring it back',
  body: z.strictObject({ dismissed: z.boolean() }),
  response: firstSteps,
});

export const tickFirstStep = endpoint({
  method: 'PUT',
  path: '/api/first-steps/:step',
  access: 'admin',
  summary: 'Tick or untick a first step by hand',
  params: z.object({ step: z.enum(stepNames, { message: 'There is no such step' }) }),
  body: z.strictObject({ ticked: z.boolean() }),
  response: firstSteps,
});
