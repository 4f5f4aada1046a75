/** A thing that a key does. */
export interface Shortcut {
  /**
   * Any of these does it. Keys of a sequence are parted by a blank, `Mod` is Ctrl or, on a Mac, Command.
   * Those that a shifted key writes stand as what it writes: `?`.
   */
  keys: readonly [string, ...string[]];
  does: string;
  scope: 'Everywhere' | 'On a day' | 'On a show' | 'On the board' | 'In the command bar';
  /** Where nothing is typed by it, a shortcut works in fields too. */
  inFields?: true;
}

/** Every key of the pages, written once: what listens and what the list of shortcuts shows both read it here. */
export const shortcuts = {
  palette: { keys: ['Mod+k'], does: 'Find a page, a show or an action', scope: 'Everywhere', inFields: true },
  help: { keys: ['?'], does: 'List the shortcuts', scope: 'Everywhere' },
  today: { keys: ['g t'], does: 'Go to today', scope: 'Everywhere' },
  archive: { keys: ['g a'], does: 'Go to the archive', scope: 'Everywhere' },
  rosters: { keys: ['g r'], does: 'Go to the rosters', scope: 'Everywhere' },
  undo: { keys: ['u', 'Mod+z'], does: 'Undo the last change', scope: 'Everywhere' },
  newShow: { keys: ['n'], does: 'New show', scope: 'On a day' },
  previousDay: { keys: ['['], does: 'Day before', scope: 'On a day' },
  nextDay: { keys: [']'], does: 'Day after', scope: 'On a day' },
  command: { keys: ['/', ':'], does: 'Write a command', scope: 'On a show' },
  runCommand: { keys: ['Enter'], does: 'Run the command', scope: 'In the command bar' },
  takeSuggestion: { keys: ['Tab'], does: 'Take the suggestion', scope: 'In the command bar' },
  chooseSuggestion: {
    keys: ['ArrowDown', 'ArrowUp'],
    does: 'Choose a suggestion',
    scope: 'In the command bar',
  },
  earlierCommand: {
    keys: ['ArrowUp'],
    does: 'Earlier command, in an empty line',
    scope: 'In the command bar',
  },
  leaveCommand: { keys: ['Escape'], does: 'Clear the line, then leave it', scope: 'In the command bar' },
  nextRow: { keys: ['ArrowDown', 'j'], does: 'Next pilot', scope: 'On the board' },
  previousRow: { keys: ['ArrowUp', 'k'], does: 'Pilot before', scope: 'On the board' },
  completed: { keys: ['c'], does: 'Completed', scope: 'On the board' },
  noLaunch: { keys: ['n'], does: 'No-launch', scope: 'On the board' },
  abort: { keys: ['a'], does: 'Abort', scope: 'On the board' },
  defect: { keys: ['f'], does: 'Flew with a defect', scope: 'On the board' },
  editRow: { keys: ['e'], does: 'Edit', scope: 'On the board' },
  stopwatch: { keys: ['t'], does: 'Start or stop the stopwatch', scope: 'On the board' },
  saveRow: { keys: ['Mod+Enter'], does: 'Save', scope: 'On the board' },
  closeRow: { keys: ['Escape'], does: 'Close without saving', scope: 'On the board' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof shortcuts;
