/** What a command leaves behind for scripts: 0 is well, 1 failed, the others say what was found. */
export const exitCodes = { failed: 1, partly: 2, found: 3 } as const;

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Prints what a command found: as JSON for programs, in words for people. */
export function answer<T>({ json }: { json: boolean }, value: T, words: (value: T) => string): void {
  say(json ? JSON.stringify(value, null, 2) : words(value));
}

/** Rows as aligned columns, the last one as long as it is. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, place) => Math.max(cell.length, widest[place] ?? 0)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, place) => cell.padEnd(widths[place] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const jsonOption = ['--json', 'print JSON, for programs', false] as const;
