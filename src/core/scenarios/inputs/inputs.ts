import { t } from '@vscode/l10n';
import * as z from 'zod';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { isList, isObject } from '../../json/jsonKinds';
import type { Secret } from '../../sending/run';
import { checkPiece } from '../checkPiece';
import type { Workflow } from '../document/scenario';
import { patternFaults, withoutPatterns } from './inputPatterns';

export type PreparedInputs =
  | { readonly kind: 'inputs'; readonly inputs: JsonObject }
  /** Sentences. */
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

/** The inputs of a workflow: what is given, and what its schema has for the others. */
export function prepareInputs({ inputs: schema, workflowId }: Workflow, given: JsonObject): PreparedInputs {
  const properties = propertiesOf(schema);
  const missing = Object.entries(properties).flatMap(([name, property]) => {
    const value = Object.hasOwn(given, name) || !isObject(property) ? undefined : property['default'];
    return value === undefined ? [] : [[name, value] as const];
  });
  const inputs = { ...Object.fromEntries(missing), ...given };
  const required = isList(schema['required']) ? schema['required'] : [];
  const lacking = required.filter((name) => typeof name === 'string' && !Object.hasOwn(inputs, name));
  if (lacking.length > 0) {
    return {
      kind: 'faults',
      faults: lacking.map((name) => t('The workflow "{0}" needs the input "{1}".', workflowId, String(name))),
    };
  }
  const faults = schemaFaults(schema, inputs);
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'inputs', inputs };
}

/** Inputs that variables have values for. Of several connections the first that has one decides; secrets are no variables. */
export function inputsOfVariables(
  { inputs: schema }: Pick<Workflow, 'inputs'>,
  variables: readonly Readonly<Record<string, string>>[],
): JsonObject {
  const given = Object.entries(propertiesOf(schema)).flatMap(([name, property]) => {
    const value = isSecretInput(property) ? undefined : variables.find((one) => Object.hasOwn(one, name))?.[name];
    return value === undefined ? [] : [[name, readInput(schema, name, value)] as const];
  });
  return Object.fromEntries(given);
}

/** Texts, as command lines and environments have them, as the schema wants them. */
export function readInput(schema: JsonObject, name: string, text: string): JsonValue {
  const properties = propertiesOf(schema);
  if (isTextInput(Object.hasOwn(properties, name) ? properties[name] : undefined)) return text;
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // Told as what it is, a text, by the schema.
    return text;
  }
}

/** Its texts are meant as they are; otherwise a text is JSON. */
export function isTextInput(property: JsonValue | undefined): boolean {
  const type = isObject(property) ? property['type'] : undefined;
  const types: readonly JsonValue[] = isList(type) ? type : [type ?? 'string'];
  return types.includes('string');
}

export function isSecretInput(property: JsonValue): boolean {
  return isObject(property) && (property['format'] === 'password' || property['writeOnly'] === true);
}

/** The values of inputs that must not be printed. */
export function secretInputs({ inputs: schema }: Workflow, inputs: JsonObject): readonly Secret[] {
  return Object.entries(propertiesOf(schema)).flatMap(([name, property]) => {
    const value = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    return isSecretInput(property) && typeof value === 'string' ? [{ name, value }] : [];
  });
}

export function propertiesOf(schema: JsonObject): JsonObject {
  const properties = schema['properties'];
  return isObject(properties) ? properties : {};
}

function schemaFaults(schema: JsonObject, inputs: JsonObject): readonly string[] {
  const read = asZod(schema);
  if (read === undefined) return [];
  const errors = checkPiece(read, inputs, '', t('The inputs')).filter(({ severity }) => severity === 'error');
  return [...errors, ...patternFaults(schema, inputs)].map(({ pointer, message }) =>
    t('Input {0}: {1}', pointer.slice(1).replaceAll('/', '.'), message),
  );
}

/** Undefined for schemas with keywords that are not known here: their inputs are taken as they are. */
function asZod(schema: JsonObject): z.ZodType | undefined {
  try {
    return z.fromJSONSchema(withoutPatterns(schema) as z.core.JSONSchema.JSONSchema);
  } catch {
    return undefined;
  }
}
