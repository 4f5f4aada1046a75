/**
 * The roles of a line with a list of what it can become, where the focus stays in the line.
 * No element of HTML has them: `select` cannot be typed into, and no `datalist` tells what is chosen.
 */
export const comboboxRoles = {
  line: { role: 'combobox', 'aria-autocomplete': 'list', autoComplete: 'off' },
  list: { role: 'listbox' },
  group: { role: 'group' },
  option: { role: 'option', tabIndex: -1 },
} as const;
