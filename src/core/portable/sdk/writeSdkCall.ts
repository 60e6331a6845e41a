import type { JsonObject, JsonValue } from '../../../protocol/json';
import { originOf } from '../../addresses/webAddress';
import type { HttpBody, HttpRequest } from '../../http';
import { isObject } from '../../json/jsonKinds';
import { readJson } from '../../json/readJson';
import type { Operation, RequestValues } from '../../operation';
import type { Provider, SdkCall } from '../../provider';
import { getAt, joinPointer, setAt } from '../../requests/pointer';
import { valuesOf } from '../../requests/valuesOf';
import type { ForeignBody } from '../importing/foreignCall';
import { CallRecogniser } from '../importing/recogniseCall';
import { javascriptMembers } from '../snippets/javascript';

/**
 * The request as a call of the provider's official library, with secrets as variables of the environment. Undefined
 * where the library has no such call, or none that takes all that the request says.
 */
export function writeSdkCall(provider: Provider, operation: Operation, sent: HttpRequest): string | undefined {
  const { sdk } = provider;
  const call = sdk?.calls[`${operation.method} ${operation.path}`];
  const origin = originOf(sent.url);
  const values = call && valuesSent(provider, operation, sent);
  if (sdk === undefined || call === undefined || values === undefined || origin === undefined) return undefined;
  if (!placesOf(values).every((place) => isTaken(call, place))) return undefined;
  const members = javascriptMembers(argumentOf(call, values));
  return members === undefined ? undefined : sdk.write({ method: call.method, members, origin });
}

function valuesSent(provider: Provider, operation: Operation, sent: HttpRequest): RequestValues | undefined {
  const { method, url, body } = sent;
  const carried = body && foreignBody(body);
  if (body !== undefined && carried === undefined) return undefined;
  const call = { title: '', method, url, headers: [], body: carried, known: { operation: operation.id } };
  const found = new CallRecogniser([provider], []).recognise(call, () => undefined);
  return found.kind === 'recognised' && found.remarks.length === 0 ? valuesOf(found.values) : undefined;
}

/** Undefined for what a library would not send as it is: digits that no number holds, names that stand twice. */
function foreignBody({ text, parts, isCut }: HttpBody): ForeignBody | undefined {
  if (isCut === true) return undefined;
  if (parts === undefined) {
    const read = readJson(text);
    return read.kind === 'read' && read.written === undefined ? { kind: 'text', text } : undefined;
  }
  const fields = parts.map((part) => {
    if (part.kind === 'text') return { name: part.name, value: part.value, isFile: false };
    return part.path === undefined ? undefined : { name: part.name, value: part.path, isFile: true };
  });
  const known = fields.filter((field) => field !== undefined);
  return known.length === fields.length ? { kind: 'fields', fields: known } : undefined;
}

/** Of every value: members of a body by themselves, since a library may take one and not another. */
function placesOf(values: RequestValues): readonly string[] {
  return Object.entries(values).flatMap(([section, value]: [string, JsonValue | undefined]) => {
    if (value === undefined) return [];
    return isObject(value) ? Object.keys(value).map((key) => joinPointer('', section, key)) : [`/${section}`];
  });
}

function isTaken({ takes }: SdkCall, place: string): boolean {
  return Object.values(takes).some((taken) => place === taken || place.startsWith(`${taken}/`));
}

function argumentOf({ takes }: SdkCall, values: RequestValues): JsonObject {
  return Object.entries(takes).reduce<JsonObject>((whole, [name, pointer]) => {
    const value = getAt(values, pointer);
    return value === undefined ? whole : setAt(whole, joinPointer('', ...name.split('.')), value);
  }, {});
}
