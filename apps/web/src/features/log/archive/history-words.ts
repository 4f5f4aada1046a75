interface Change {
  before?: unknown;
  after?: unknown;
}

const textIn = (record: unknown, name: string): string | undefined => {
  if (typeof record !== 'object' || record === null) return undefined;
  const value: unknown = Reflect.get(record, name);
  return typeof value === 'string' ? value : undefined;
};

/** What a change was about, by the name that people know it by: the pilot of an entry, the label of a show. */
export const subjectOf = ({ before, after }: Change): string =>
  textIn(after, 'operator') ??
  textIn(before, 'operator') ??
  textIn(after, 'label') ??
  textIn(before, 'label') ??
  '';
