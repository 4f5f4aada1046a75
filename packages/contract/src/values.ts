/** Closed lists of the domain, in the order people read them. Source: the crew's own words. */
export const yesNo = ['Yes', 'No'] as const;
export const statuses = ['Completed', 'No-launch', 'Abort'] as const;
export const severities = ['Critical show stop', 'Major visible', 'Minor contained'] as const;
export const rootCauses = ['Hardware', 'Software', 'Ops', 'Environment', 'Unknown'] as const;
export const actions = [
  'Reboot',
  'Swap battery',
  'Swap drone',
  'Retry launch',
  'Abort segment',
  'Logged only',
] as const;
export const unitLabels = ['Drone', 'Monkey'] as const;

/** Each primary issue with its sub-issues; `Other` has free detail instead. */
export const issues = {
  'Tracking lost': ['occlusion', 'calibration', 'marker loss', 'software', 'unknown'],
  'Failed to launch': ['mechanical', 'arming', 'safety', 'unknown'],
  'Command delay': ['network latency', 'controller queue', 'unknown'],
  'RF link': ['TX fault', 'RX fault', 'interference', 'antenna', 'unknown'],
  Battery: ['low voltage', 'BMS fault', 'poor contact', 'swelling', 'unknown'],
  'Motor or prop': ['no spin', 'desync', 'damage', 'unknown'],
  'Sensor or IMU': ['bias', 'calibration', 'saturation', 'unknown'],
  'Software or show control': ['cue timing', 'state desync', 'crash', 'unknown'],
  'Pilot input': ['incorrect mode', 'early abort', 'missed cue', 'unknown'],
  Other: [],
} as const satisfies Record<string, readonly string[]>;

export type PrimaryIssue = keyof typeof issues;
export const primaryIssues = Object.keys(issues) as [PrimaryIssue, ...PrimaryIssue[]];

/** The sub-issues a person may choose for an issue; none for an empty or unknown one. */
export const subIssuesOf = (issue: string): readonly string[] =>
  Object.hasOwn(issues, issue) ? issues[issue as PrimaryIssue] : [];

/** At most this many active shows on one date. */
export const showsPerDay = 5;
