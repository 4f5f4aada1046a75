/** Longer than any word of the language; what is typed beyond it does not make a word nearer. */
const mostLetters = 40;

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of one.split('').entries()) {
    const next = [index + 1];
    for (let at = 1; at <= other.length; at++) {
      const replaced = (row[at - 1] ?? 0) + (letter === other[at - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The known word that takes the fewest letters to reach; the first of several, undefined where none is known. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const from = typed.slice(0, mostLetters).toLowerCase();
  let best: { word: string; letters: number } | undefined;
  for (const word of known) {
    const letters = distance(from, word.slice(0, mostLetters).toLowerCase());
    if (best === undefined || letters < best.letters) best = { word, letters };
  }
  return best?.word;
}
