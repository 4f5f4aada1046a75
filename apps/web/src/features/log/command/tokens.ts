export interface Token {
  text: string;
  /** Free text, in quotes or after `--`: a word of no list. */
  free: boolean;
  start: number;
  end: number;
}

/** Keyboards of tablets turn straight quotes and double hyphens into others. */
const shape = /["“”](?<quoted>[^"“”]*)["“”]?|(?<dashes>(?:--|—|–)(?!\S))(?<rest>[^]*)|(?<word>\S+)/gu;

/** The words of a line from a position on; everything after ` -- ` is one. */
export const tokensOf = (line: string, from: number): Token[] =>
  [...line.slice(from).matchAll(shape)].map(({ 0: whole, index, groups = {} }) => ({
    text: (groups['quoted'] ?? groups['rest'] ?? whole.replace(/,+$/, '')).trim(),
    free: groups['word'] === undefined,
    start: from + index,
    end: from + index + whole.length,
  }));
