import type * as z from 'zod';
import { describeSchema } from '../../core/openapi/describeSchema';
import type { Operation } from '../../core/operation';
import type { Provider } from '../../core/provider';
import { isSuccess } from '../../core/replies/judging/success';
import { typeText } from './typeText';

/** The declarations that stand in the package for the open ones of its source: the types of every operation by its id. */
export function operationTypesText(providers: readonly Provider[]): string {
  const operations = providers.flatMap((provider) => provider.operations);
  const ids = providers.map(({ id }) => JSON.stringify(id)).join(' | ');
  const declarations = [
    `export interface OperationTypes {\n${operations.map(operationText).join('')}}`,
    'export interface CallTypes {\n  readonly values: object;\n  readonly reply: unknown;\n}',
    `export type ProviderId = ${ids};`,
  ];
  return `${declarations.join('\n\n')}\n`;
}

function operationText(operation: Operation): string {
  const { id, title, request } = operation;
  const parts = (['path', 'query', 'body'] as const).flatMap((part) => {
    const schema = request[part];
    return schema === undefined ? [] : [`readonly ${part}${isLeftOut(schema) ? '?' : ''}: ${schemaText(schema)}`];
  });
  const values = parts.length === 0 ? '{}' : `{ ${parts.join('; ')} }`;
  return `  /** ${title.replaceAll('*/', '* /')} */
  readonly ${JSON.stringify(id)}: { readonly values: ${values}; readonly reply: ${replyText(operation)} };
`;
}

/** A part of which nothing is required need not be written. */
function isLeftOut(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success || schema.safeParse({}).success;
}

function replyText({ replies }: Operation): string {
  const successes = Object.entries(replies).flatMap(([status, schema]) => (isSuccess(Number(status)) ? [schema] : []));
  return [...new Set(successes.map(schemaText))].join(' | ') || 'unknown';
}

function schemaText(schema: z.ZodType): string {
  switch (schema._zod.def.type) {
    case 'undefined':
      return 'undefined';
    case 'custom':
      return 'Uint8Array';
    default:
      return typeText(describeSchema(schema));
  }
}
