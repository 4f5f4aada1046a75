/**
 * Measures each of several things once in every round, in turn, so that whatever else the machine does meets all of them.
 * A round before the first warms up and does not count.
 */
export async function inRounds<Name extends string>(
  rounds: number,
  measures: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(measures) as Name[];
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const value = await measures[name]();
      if (round > 0) found[name].push(value);
    }
  }
  return found;
}
