const shapes = [
  /^(?<seconds>\d+(?:[.,]\d+)?)s$/i,
  /^(?<minutes>\d+)m(?:(?<seconds>[0-5]?\d(?:[.,]\d+)?)s?)?$/i,
  /^(?<minutes>\d+):(?<seconds>[0-5]\d(?:[.,]\d+)?)$/,
];

/** Seconds as the form holds them, of `12s`, `1m20s`, `2m` and `1:20`; undefined of anything else. */
export function secondsIn(typed: string): string | undefined {
  for (const shape of shapes) {
    const groups = shape.exec(typed)?.groups;
    if (!groups) continue;
    const seconds = Number((groups['seconds'] ?? '0').replace(',', '.'));
    // A sum of binary fractions may end in digits that nobody typed.
    return String(Number((Number(groups['minutes'] ?? 0) * 60 + seconds).toFixed(3)));
  }
  return undefined;
}
