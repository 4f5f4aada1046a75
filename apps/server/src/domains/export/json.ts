import type { ExportScope } from '@monkey-tracker/contract/export';
import type { Batches } from './table.ts';

/** Shows as JSON that the import takes: every field as PostgreSQL wrote it, one show in a line. */
export async function* jsonOf(
  batches: (scope: ExportScope) => Batches,
  scope: ExportScope,
): AsyncGenerator<string> {
  yield '{"shows":[';
  if (scope !== 'archive') yield* linesOf(batches('live'));
  yield '],\n"archive":[';
  if (scope !== 'live') yield* linesOf(batches('archive'));
  yield ']}\n';
}

async function* linesOf(batches: Batches): AsyncGenerator<string> {
  let before = '\n';
  for await (const batch of batches) {
    yield before + batch.map(({ payload }) => payload).join(',\n');
    before = ',\n';
  }
}
