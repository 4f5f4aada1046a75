/** Puts the focus on a line of the board: on what is most often done with it, or on its unit. */
export function focusRow(key: string, part: 'main' | 'unit' = 'main'): void {
  const line = [...document.querySelectorAll<HTMLElement>('[data-pilot]')].find(
    ({ dataset }) => dataset['pilot'] === key,
  );
  line?.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus();
  line?.scrollIntoView({ block: 'nearest' });
}
