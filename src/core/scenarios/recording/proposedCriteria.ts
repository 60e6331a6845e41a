import type { JsonObject, JsonValue } from '../../../protocol/json';
import type { Reply } from '../../http';
import { isList, isObject } from '../../json/jsonKinds';
import { joinPointer } from '../../requests/pointer';
import { isMasked } from '../../secrets/mask';
import { type PlacedScalar, placedScalars, type Scalar } from './placedScalars';
import type { RecordedCall } from './recordedCall';

/** Whether a value is one that the journey speaks of. */
export type IsOfJourney = (value: Scalar) => boolean;

/**
 * What another run has to bring as well: the status of the reply, the states of documents and recipients of the journey,
 * the code of a refusal, the media type of a file. All else may differ.
 */
export function proposedCriteria(call: RecordedCall, isOfJourney: IsOfJourney): readonly JsonObject[] {
  const { status } = call.reply;
  return [
    { condition: `$statusCode == ${status}` },
    ...(status < 400 || call.emulatorOf !== undefined ? stateCriteria(call, isOfJourney) : errorCriteria(call)),
    ...fileCriteria(call),
  ];
}

const mostStates = 12;

function stateCriteria(call: RecordedCall, isOfJourney: IsOfJourney): readonly JsonObject[] {
  const { body } = call;
  if (body === undefined) return [];
  return statesIn(body, '', namesSomething(call) ? isOfJourney : () => false)
    .slice(0, mostStates)
    .flatMap(equalsCriterion);
}

/** A list of all there is has another order and other items the next time. */
function namesSomething({ operation, entry }: RecordedCall): boolean {
  return operation.method !== 'GET' || Object.keys(entry.request.path ?? {}).length > 0;
}

/** States by their places; in lists those of items that hold something of the journey. */
function statesIn(value: JsonValue, pointer: string, isOfJourney: IsOfJourney): readonly PlacedScalar[] {
  if (isList(value)) {
    return value.flatMap((item, index) =>
      placedScalars(item).some((scalar) => names(scalar) && isOfJourney(scalar.value))
        ? statesIn(item, joinPointer(pointer, index), isOfJourney)
        : [],
    );
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]): readonly PlacedScalar[] => {
    const at = joinPointer(pointer, name);
    if (typeof member === 'string' || typeof member === 'number') {
      return namesState.test(name) ? [{ value: member, pointer: at, name }] : [];
    }
    return statesIn(member, at, isOfJourney);
  });
}

const namesState = /^state$|status(?:_?code)?$/i;

/** An address or an ID; words that stand everywhere name nobody. */
function names({ value }: PlacedScalar): boolean {
  return typeof value === 'string' && value.length >= 6 && /[@\d]/.test(value);
}

function errorCriteria({ provider, reply, body }: RecordedCall): readonly JsonObject[] {
  const [error] = provider.readErrors(replyOf(reply));
  const { code } = error ?? {};
  if (code === undefined) return [];
  const place = placedScalars(body).find(({ value }) => String(value) === String(code));
  return place === undefined ? [] : equalsCriterion(place);
}

function replyOf({ status, statusText, headers, body, durationMs }: RecordedCall['reply']): Reply {
  return { status, statusText, headers, bytes: new TextEncoder().encode(body), durationMs };
}

function fileCriteria({ reply, operation }: RecordedCall): readonly JsonObject[] {
  const type = reply.headers['content-type']?.split(';')[0]?.trim();
  if (reply.status >= 300 || type === undefined || operation.accepts?.includes(type) !== true) return [];
  return [{ context: '$response.header.content-type', type: 'regex', condition: `^${type.replace(/[.+]/g, '\\$&')}` }];
}

/** None for what a condition cannot say plainly, or what names somebody. */
function equalsCriterion({ value, pointer }: PlacedScalar): readonly JsonObject[] {
  const isSayable = typeof value === 'number' || (value.length <= 80 && !isMasked(value) && !/[\n\r'@]/.test(value));
  if (!isSayable || !/^[\w/~.-]+$/.test(pointer)) return [];
  return [{ condition: `$response.body#${pointer} == ${typeof value === 'number' ? value : `'${value}'`}` }];
}
