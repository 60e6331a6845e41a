import { t } from '@vscode/l10n';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { decodedPart, type ForeignAddress } from '../../addresses/foreignAddress';
import { readJson } from '../../json/readJson';
import type { Operation, RequestValues } from '../../operation';
import { typedFields } from '../../requests/typedFields';
import type { ForeignBody, ForeignField } from './foreignCall';

export interface TakenValues {
  readonly values: RequestValues;
  /** The text of the body where it is JSON, so that its digits are kept. */
  readonly written?: string;
  /** What could not be taken over. */
  readonly remarks: readonly string[];
}

/** The values of a call as a request file of the operation holds them. */
export function valuesOfCall(
  operation: Operation,
  { query }: Pick<ForeignAddress, 'query'>,
  parameters: Readonly<Record<string, string>>,
  body: ForeignBody | undefined,
): TakenValues {
  const remarks: string[] = [];
  const { path: pathSchema, query: querySchema } = operation.request;
  const decoded = Object.fromEntries(Object.entries(parameters).map(([name, text]) => [name, decodedPart(text)]));
  if (querySchema === undefined && query.length > 0) {
    const names = [...new Set(query.map(([name]) => name))].join(', ');
    remarks.push(t('The call takes no query: {0} left out.', names));
  }
  const taken = bodyOf(operation, body, remarks);
  return {
    values: {
      ...(pathSchema && { path: typedFields(pathSchema, decoded) }),
      ...(querySchema && query.length > 0 && { query: typedFields(querySchema, grouped(query)) }),
      ...(taken.value !== undefined && { body: taken.value }),
    },
    ...(taken.written !== undefined && { written: `{"body":${taken.written}}` }),
    remarks,
  };
}

interface TakenBody {
  readonly value?: JsonValue | undefined;
  readonly written?: string;
}

function bodyOf(operation: Operation, body: ForeignBody | undefined, remarks: string[]): TakenBody {
  const schema = operation.request.body;
  if (body === undefined) return {};
  if (schema === undefined) {
    if (body.kind !== 'text' || !/^\s*(?:\{\s*\})?\s*$/.test(body.text))
      remarks.push(t('The call takes no body: it was left out.'));
    return {};
  }
  if (body.kind === 'file') {
    remarks.push(t('Its body stands in {0}: copy its values into the request.', body.path));
    return {};
  }
  if (body.kind === 'fields') return { value: fieldsValue(operation, body.fields) };
  if ((operation.encoding ?? 'json') !== 'json' && !/^\s*[{[]/.test(body.text)) {
    return { value: fieldsValue(operation, formFields(body.text)) };
  }
  const read = readJson(body.text);
  const json = read.kind === 'read' ? read : readJson(withQuotedVariables(body.text));
  if (json.kind === 'read') return { value: json.value, written: json.written ?? JSON.stringify(json.value) };
  remarks.push(t('Its body is not JSON and was left out.'));
  return {};
}

/** Files are named by their paths, as everywhere in a request file. */
function fieldsValue({ request }: Operation, fields: readonly ForeignField[]): JsonObject {
  const texts = fields.filter(({ isFile }) => !isFile).map(({ name, value }) => [name, value] as const);
  const files = fields.filter(({ isFile }) => isFile).map(({ name, value }) => [name, value] as const);
  const typed = typedFields(request.body, grouped(texts));
  const order = [...new Set(fields.map(({ name }) => name))];
  const all: JsonObject = { ...typed, ...Object.fromEntries(files) };
  return Object.fromEntries(order.map((name) => [name, all[name] ?? '']));
}

function formFields(text: string): readonly ForeignField[] {
  return [...new URLSearchParams(text)].map(([name, value]) => ({ name, value, isFile: false }));
}

/** A name that is repeated has a list. */
function grouped(pairs: readonly (readonly [string, string])[]): Readonly<Record<string, string | readonly string[]>> {
  const lists = new Map<string, string[]>();
  for (const [name, value] of pairs) lists.set(name, [...(lists.get(name) ?? []), value]);
  return Object.fromEntries([...lists].map(([name, list]) => [name, list.length === 1 ? (list[0] ?? '') : list]));
}

/** Where other tools put a number in the place of `{{count}}`, here a text stands for one. */
function withQuotedVariables(text: string): string {
  return text.replace(/"(?:[^"\\]|\\[\s\S])*"|\{\{[^{}"]*\}\}/g, (found) =>
    found.startsWith('"') ? found : JSON.stringify(found),
  );
}
