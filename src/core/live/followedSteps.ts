import type { JsonValue } from '../../protocol/json';
import type { DocumentDetail, Recipient } from '../documents';
import type { PreparedRequest, RequestValues } from '../operation';
import { isOver } from '../recipients/recipientTurns';

/**
 * The steps of a reply as they are possible now that the document has changed: what waited is open, and what somebody has
 * done already is not offered again. Undefined where none of them is about the document.
 */
export function followedSteps(
  steps: readonly PreparedRequest[],
  detail: DocumentDetail,
): readonly PreparedRequest[] | undefined {
  const actions = [...detail.actions, ...detail.recipients.flatMap((recipient) => recipient.actions)];
  let isChanged = false;
  const followed = steps.map((step) => {
    if (!isAbout(step, detail)) return step;
    const now = blockNow(step, actions, detail.recipients);
    if (now === 'unchanged' || now === step.blocked) return step;
    isChanged = true;
    const { blocked: _before, ...rest } = step;
    return now === undefined ? rest : { ...rest, blocked: now };
  });
  return isChanged ? followed : undefined;
}

export function isAbout(values: RequestValues, { id }: Pick<DocumentDetail, 'id'>): boolean {
  return namesOf(values).has(id);
}

/** Why it is not possible now; undefined where it is. */
function blockNow(
  step: PreparedRequest,
  actions: readonly PreparedRequest[],
  recipients: readonly Recipient[],
): string | undefined {
  const action = actions.find((one) => one.operation === step.operation && isSamePlace(one, step));
  if (action !== undefined) return action.blocked;
  const names = namesOf(step);
  const subject = recipients.find(({ id, title }) => names.has(id) || title === step.subject);
  return subject?.status !== undefined && isOver(subject.status)
    ? `${subject.title}: ${subject.status.text}`
    : 'unchanged';
}

function isSamePlace(one: PreparedRequest, other: PreparedRequest): boolean {
  const place = ({ path = {}, subject }: PreparedRequest) =>
    JSON.stringify([Object.entries(path).toSorted(([left], [right]) => (left < right ? -1 : 1)), subject ?? '']);
  return place(one) === place(other);
}

/** All texts among the values. */
function namesOf({ path, query, body }: RequestValues): ReadonlySet<string> {
  const names = new Set<string>();
  const gather = (value: unknown): void => {
    if (typeof value === 'string') names.add(value);
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) gather(inner);
  };
  for (const section of [path, query, body] as readonly (JsonValue | undefined)[]) gather(section);
  return names;
}
