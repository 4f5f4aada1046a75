import { type Show, show as showShape, updateShow } from '@monkey-tracker/contract/shows';
import { call } from '../../../api/call.ts';
import { ProblemError } from '../../../api/problem-error.ts';
import { showDifferences, showValuesOf, type ShowValues } from './show-values.ts';

/** Each entry that is logged meanwhile makes a new version of its show; in a busy show several may. */
const mostTries = 6;

/**
 * Saves a show's own fields, based on the version that the person saw. A version that differs only in its
 * entries is no conflict: then it is saved on top of that one.
 * @param stale is told the show as it stands when somebody did change its fields, before the refusal is thrown.
 */
export async function saveShow(
  base: Show,
  values: ShowValues,
  stale: (current: Show) => void,
): Promise<Show> {
  const body = showValuesOf(values);
  for (let { version } = base, tries = 1; ; tries++) {
    try {
      return await call(updateShow, { params: { id: base.id }, body }, { version });
    } catch (error) {
      const current = currentOf(error);
      if (current === undefined) throw error;
      if (tries === mostTries || showDifferences(base, current).length > 0) {
        stale(current);
        throw error;
      }
      version = current.version;
    }
  }
}

/** The show as it stands, where a refusal tells it. */
function currentOf(error: unknown): Show | undefined {
  if (!(error instanceof ProblemError) || error.body.status !== 412) return undefined;
  return showShape.safeParse(error.body.current).data;
}
