import type { NewEntry } from '@monkey-tracker/contract/entries';

type Trouble = Pick<NewEntry, 'primaryIssue' | 'subIssue' | 'severity' | 'rootCause' | 'actions'> & {
  notes?: string;
};

/** What keeps a unit on the ground. */
export const groundings: readonly [Trouble, ...Trouble[]] = [
  {
    primaryIssue: 'Failed to launch',
    subIssue: 'arming',
    severity: 'Minor contained',
    rootCause: 'Ops',
    actions: ['Retry launch'],
  },
  {
    primaryIssue: 'Battery',
    subIssue: 'low voltage',
    severity: 'Minor contained',
    rootCause: 'Hardware',
    actions: ['Swap battery'],
    notes: 'Was at 14.1 V on the pad',
  },
  {
    primaryIssue: 'Sensor or IMU',
    subIssue: 'calibration',
    severity: 'Minor contained',
    rootCause: 'Environment',
    actions: ['Reboot', 'Retry launch'],
  },
  {
    primaryIssue: 'RF link',
    subIssue: 'interference',
    severity: 'Major visible',
    rootCause: 'Environment',
    actions: ['Swap drone'],
  },
];

/** What brings a unit home early. */
export const aborts: readonly [Trouble, ...Trouble[]] = [
  {
    primaryIssue: 'Motor or prop',
    subIssue: 'desync',
    severity: 'Major visible',
    rootCause: 'Hardware',
    actions: ['Abort segment', 'Swap drone'],
    notes: 'Landed by hand behind stage left',
  },
  {
    primaryIssue: 'Tracking lost',
    subIssue: 'occlusion',
    severity: 'Major visible',
    rootCause: 'Environment',
    actions: ['Abort segment'],
  },
  {
    primaryIssue: 'Software or show control',
    subIssue: 'cue timing',
    severity: 'Critical show stop',
    rootCause: 'Software',
    actions: ['Abort segment', 'Reboot'],
  },
  {
    primaryIssue: 'Pilot input',
    subIssue: 'early abort',
    severity: 'Minor contained',
    rootCause: 'Ops',
    actions: ['Logged only'],
  },
];

/** What a unit can fly with to the end. */
export const defects: readonly [Trouble, ...Trouble[]] = [
  {
    primaryIssue: 'Command delay',
    subIssue: 'network latency',
    severity: 'Minor contained',
    rootCause: 'Unknown',
    actions: ['Logged only'],
  },
  {
    primaryIssue: 'Tracking lost',
    subIssue: 'marker loss',
    severity: 'Minor contained',
    rootCause: 'Hardware',
    actions: ['Logged only'],
  },
];
