import { isList, isObject } from '../../../../core/json/jsonKinds';
import { readJson } from '../../../../core/json/readJson';
import { deepestRequest, isDeeperThan } from '../../../../core/nesting';
import type { RequestValues } from '../../../../core/operation';
import type { JsonValue } from '../../../../protocol/json';

/**
 * Uploads as pages write them: Conga's description has parts with capital letters, and of several files, which OneSpan's
 * clients send in parts of one name, the first says how they are called.
 */
export function likeDocumentation(values: RequestValues): RequestValues {
  const { body } = values;
  if (body === undefined || !isObject(body) || !('file' in body || 'File' in body)) return values;
  const { File, Payload, ...rest } = body;
  const { file = File, payload = Payload } = rest;
  return {
    ...values,
    body: {
      ...rest,
      ...(file !== undefined && { file: firstOf(file) }),
      ...(payload !== undefined && { payload: parsed(payload) }),
    },
  };
}

function firstOf(file: JsonValue): JsonValue {
  return (isList(file) ? file[0] : undefined) ?? file;
}

/** A part that no schema knows came as text. */
function parsed(payload: JsonValue): JsonValue {
  if (typeof payload !== 'string') return payload;
  const read = readJson(payload);
  return read.kind === 'read' && !isDeeperThan(deepestRequest, read.value) ? read.value : payload;
}
