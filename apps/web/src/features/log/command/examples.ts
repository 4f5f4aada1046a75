/** What a command can look like, for those who learn it: the shortest that shows each part of the language. */
export const examples = [
  { line: '7 ok', does: 'The pilot of unit 7 completed' },
  { line: '7 nl batt swap', does: 'No-launch, Battery, Swap battery' },
  { line: '3 abort rf 12s', does: 'Abort, RF link, 12 s late' },
  { line: '7 ok low minor', does: 'Completed, flew with low voltage' },
  { line: '1-6 ok', does: 'Units 1 to 6 completed' },
  { line: 'alex,9 ok -- windy', does: 'Two pilots, with a note' },
  { line: 'rest ok', does: 'All who are not logged yet completed' },
] as const;
