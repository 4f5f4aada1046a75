/** A source that cannot be read, in words for the person who named it. */
export class SourceError extends Error {}
