import type { JsonObject, JsonValue } from '../../../protocol/json';
import { pageAct } from '../../emulation';
import { isObject } from '../../json/jsonKinds';
import type { RequestValues } from '../../operation';
import { operationName } from '../../operation';
import { contentTypeNames } from '../linking/contentTypes';
import type { RecordedCall } from './recordedCall';

/** What a step calls, and with what. */
export function callOf({ operation }: RecordedCall, source: string, request: RequestValues): JsonObject {
  const { path = {}, query = {}, body } = request;
  if (operation.id === pageAct) return pageOf(body);
  const parameters = [
    ...Object.entries(path).map(([name, value]) => ({ name, in: 'path', value })),
    ...Object.entries(query).map(([name, value]) => ({ name, in: 'query', value })),
  ];
  return {
    operationId: `$sourceDescriptions.${source}.${operationName(operation.id)}`,
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && withBody(contentTypeNames[operation.encoding ?? 'json'], body)),
  };
}

/** A page is no operation of any description. */
function pageOf(body: JsonValue | undefined): JsonObject {
  const { link = '', form } = isObject(body) ? body : {};
  const method = form === undefined ? 'get' : 'post';
  return { 'x-operation': { url: link, method }, ...(form !== undefined && withBody(contentTypeNames.form, form)) };
}

function withBody(contentType: string, payload: JsonValue): JsonObject {
  return { requestBody: { contentType, payload } };
}
