/** Replaces what stands between two markers of a document. @throws Error where it has lost them. */
export function putBetween(text: string, name: string, content: string): string {
  const begin = `<!-- ${name}: begin -->`;
  const end = `<!-- ${name}: end -->`;
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`the markers of ${name} are gone`);
  return `${before}${begin}\n${content}${end}${after}`;
}
