import type { FormEdit } from '../../../protocol/form';
import type { FormToHost, Told } from '../../../protocol/messages';
import type { CheckedRequest } from '../session/checkRequest';

/** What puts people who do not exist behind those of a list of the request. */
export async function peopleEdits(
  state: CheckedRequest | undefined,
  { pointer, ...wish }: Omit<FormToHost['addPeople'], keyof Told>,
): Promise<readonly FormEdit[]> {
  if (state?.kind !== 'checked') return [];
  const { addPeople, peopleLists } = await import('../../../core/forms/testData/fillPeople');
  const list = peopleLists(state.operation, state.request).find((own) => own.pointer === pointer);
  return list ? addPeople(list, state.request, wish) : [];
}
