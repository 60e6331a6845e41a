import type { JsonObject, JsonValue } from '../../protocol/json';
import type { Operation } from '../operation';
import type { Provider } from '../provider';
import { contentOf } from '../requests/requestFile';
import { editorSchema, referenceSchema } from './editorSchema';
import { initialValues } from './initialValues';
import { shapeOf } from './shapes/shapeOf';
import { shareDefinitions } from './shareDefinitions';

/**
 * The JSON Schema (draft 7) of `*.esign.json` files, behind completion, hover and diagnostics of the text editor.
 * Made from the schemas of all operations; the rules between fields are not in it.
 */
export function requestFileSchema(providers: readonly Provider[]): JsonObject {
  const entries = providers.flatMap((provider) => provider.operations.map((operation) => ({ provider, operation })));
  return shareDefinitions({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'E-signature request',
    type: 'object',
    required: ['operation', 'connection'],
    properties: {
      $schema: { title: 'JSON schema', description: 'For editors; it is not sent.', type: 'string' },
      operation: {
        title: 'Operation',
        description: 'The call to send.',
        enum: entries.map(({ operation }) => operation.id),
        markdownEnumDescriptions: entries.map(describeOperation),
        errorMessage: 'There is no such operation.',
      },
      connection: {
        title: 'Connection',
        description: 'Id of a connection of the provider. Every provider has "emulator".',
        type: 'string',
        minLength: 1,
        examples: ['emulator'],
      },
      path: { type: 'object' },
      query: { type: 'object' },
      body: {},
    },
    additionalProperties: false,
    allOf: entries.map(({ operation }) => ({
      if: { properties: { operation: { const: operation.id } }, required: ['operation'] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
      then: sectionsSchema(operation),
    })),
    defaultSnippets: entries.map(snippetOf),
    definitions: { reference: referenceSchema },
  });
}

interface Entry {
  readonly provider: Provider;
  readonly operation: Operation;
}

function describeOperation({ provider, operation: { title, summary, docs } }: Entry): string {
  return `**${title}** (${provider.title})\n\n${summary}\n\n[Documentation](${docs})`;
}

function sectionsSchema(operation: Operation): JsonObject {
  const sections = (['path', 'query', 'body'] as const).flatMap((section) => {
    const schema = operation.request[section];
    return schema === undefined ? [] : [{ section, schema, shape: shapeOf(schema) }];
  });
  // A section that is left out counts as an empty one, so only what an empty one lacks makes it necessary.
  const required = sections.filter(
    ({ schema, shape }) => !schema.safeParse(shape.kind === 'object' ? {} : undefined).success,
  );
  return {
    properties: Object.fromEntries(
      sections.map(({ section, shape }) => [
        section,
        {
          markdownDescription: `${operation.title}: ${section}. [Documentation](${operation.docs})`,
          ...editorSchema(section, shape),
        },
      ]),
    ),
    ...(required.length > 0 && { required: required.map(({ section }) => section) }),
  };
}

/** A whole request, for an empty file. */
function snippetOf({ provider, operation }: Entry): JsonObject {
  return {
    label: `${provider.title}: ${operation.title}`,
    body: escaped(contentOf({ operation: operation.id, connection: 'emulator', ...initialValues(operation) })),
  };
}

/** A dollar sign starts a placeholder in snippets. */
function escaped(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value).replaceAll('$', '\\\\$'));
}
