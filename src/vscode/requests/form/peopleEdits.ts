import type { FormToHost } from '../../../protocol/messages';
import type { EditsOf } from '../rows/rowsDesk';
import type { RequestSession } from '../session/requestSession';

/** What puts people who do not exist behind those of a list that the page has shown. */
export async function peopleEdits(
  session: Pick<RequestSession, 'settled' | 'state' | 'version' | 'edits'>,
  { pointer, version: seen, ...wish }: Omit<FormToHost['addPeople'], 'number'>,
): Promise<EditsOf | undefined> {
  const { addPeople, peopleLists } = await import('../../../core/forms/testData/fillPeople');
  await session.settled();
  const { state, version } = session;
  const place = session.edits.placeOf(pointer, seen, version);
  if (state?.kind !== 'checked') return undefined;
  const list = peopleLists(state.operation, state.request).find((own) => own.pointer === place);
  return list && { edits: addPeople(list, state.request, wish), version };
}
