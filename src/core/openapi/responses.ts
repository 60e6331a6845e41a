import type * as z from 'zod';
import type { JsonObject } from '../../protocol/json';
import type { Failure } from '../failure';
import type { Operation } from '../operation';
import { partsText } from '../replies/illustration';
import { anyOf } from './bodies';
import { describeSchema } from './describeSchema';

const json = 'application/json';
const anyType = '*/*';

/** What comes back, success and documented failure, by status. */
export function responsesOf(operations: readonly Operation[], failures: readonly Failure[]): JsonObject {
  const named = new Set(operations.flatMap((operation) => operation.failures ?? []));
  const documented = failures.filter(({ id }) => named.has(id));
  const answers = operations.flatMap((operation) =>
    Object.entries(operation.replies).map(([status, schema]) => ({ operation, status, schema })),
  );
  const statuses = new Set([...answers.map(({ status }) => status), ...documented.map(({ status }) => String(status))]);
  const responses = [...statuses].sort().map((status) => {
    const replies = answers.filter((answer) => answer.status === status);
    const faults = documented.filter((failure) => String(failure.status) === status);
    return [status, responseOf(replies, faults)] as const;
  });
  return {
    ...Object.fromEntries(responses),
    default: { description: 'Any other answer.', content: { [anyType]: { schema: {} } } },
  };
}

interface Answer {
  readonly status: string;
  readonly operation: Operation;
  readonly schema: z.ZodType;
}

function responseOf(answers: readonly Answer[], faults: readonly Failure[]): JsonObject {
  const description = [
    ...new Set(answers.filter(({ status }) => isSuccess(status)).map(successText)),
    ...faults.map(faultText),
  ].join('\n\n');
  const contents = answers.flatMap(contentOf);
  // A failure's body is the API's own, and of a type of its own; where calls succeed with this status, too, it is told by its text.
  const all =
    faults.length > 0
      ? [...contents, { type: contents[0]?.type ?? anyType, schema: { title: 'A failure' } }]
      : contents;
  if (all.length === 0) return { description };
  const byType = [...new Set(all.map(({ type }) => type))].map((type) => {
    const schemas = all.filter((content) => content.type === type).map(({ schema }) => schema);
    return [type, { schema: anyOf(schemas) }] as const;
  });
  return { description, content: Object.fromEntries(byType) };
}

function contentOf({
  status,
  operation,
  schema,
}: Answer): readonly { readonly type: string; readonly schema: JsonObject }[] {
  switch (schema._zod.def.type) {
    case 'undefined':
      return [];
    case 'custom':
      return (operation.accepts ?? ['application/octet-stream']).map((type) => ({ type, schema: {} }));
    default:
      // Failures come as JSON of several types.
      return [{ type: isSuccess(status) ? json : anyType, schema: describeSchema(schema) }];
  }
}

function isSuccess(status: string): boolean {
  return status.startsWith('2');
}

function successText({ operation, status }: Answer): string {
  const unknown = operation.illustrative?.[Number(status)] ?? [];
  return `The call succeeded.${unknown.length === 0 ? '' : ` No source gives its ${partsText(unknown)}.`}`;
}

function faultText({ id, code, message, meaning, illustrative }: Failure): string {
  const said = code === undefined ? message : `${code}: ${message}`;
  const source = illustrative === undefined ? '' : ` No source gives its ${partsText(illustrative)}.`;
  return `\`${id}\` (${said}). ${meaning}${source}`;
}
