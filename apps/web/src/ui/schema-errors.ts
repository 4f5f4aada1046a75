interface Schema {
  safeParse(value: unknown): {
    success: boolean;
    error?: { issues: { path: PropertyKey[]; message: string }[] };
  };
}

/** What a schema has against a form, the first message of each field. */
export function schemaErrors(schema: Schema, body: unknown): Record<string, string> {
  const issues = schema.safeParse(body).error?.issues ?? [];
  return Object.fromEntries(
    issues.map(({ path, message }) => [String(path[0] ?? ''), message] as const).toReversed(),
  );
}
