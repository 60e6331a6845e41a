import type { JsonObject } from '../../../protocol/json';

const variable: JsonObject = { type: ['string', 'number', 'boolean'] };
const variables: JsonObject = { type: 'object', additionalProperties: variable };

/** The JSON Schema of `esign.env.json`, for the editor. */
export const variablesSchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Variables of E-Sign requests',
  description:
    'What {{name}} stands for in request files. Values that stand here are those of all connections; an object holds ' +
    'those of the connection that it is named after. Secrets belong to the credentials of a connection.',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    $shared: { ...variables, description: 'Of all connections.' },
    emulator: { ...variables, description: 'Of the connections to emulators.' },
  },
  additionalProperties: { anyOf: [variable, variables] },
};
