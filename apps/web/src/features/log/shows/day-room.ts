import { showsPerDay } from '@monkey-tracker/contract/values';
import { useShows } from '../log.changes.ts';
import { showErrors, type ShowValues } from './show-values.ts';

/** What is wrong with a show's form, also that its day is full already. */
export function useShowErrors(ownId?: string): (values: ShowValues) => Record<string, string> {
  const { data: shows = [] } = useShows();
  return (values) => {
    const others = shows.filter(({ date, id }) => date === values.date && id !== ownId);
    const full = others.length >= showsPerDay;
    return {
      ...(full && { date: `Daily show limit reached. Maximum of ${showsPerDay} shows per date.` }),
      ...showErrors(values),
    };
  };
}
