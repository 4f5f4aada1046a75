/** The looks that a person can choose. */
export const themes = [
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
  { value: 'contrast', label: 'High contrast' },
] as const;

export type Theme = (typeof themes)[number]['value'];
