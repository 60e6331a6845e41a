import { t } from '@vscode/l10n';
import * as z from 'zod';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { ownRecord } from '../../typing/ownRecord';

/*
 * The objects of Arazzo 1.0.1, one by one, and `timeout` of 1.1. What stands in them is checked by itself, so that a
 * slip is said of the object that it is in.
 */

const text = z.string();
const anything = z.custom<JsonValue>();
const list = z.array(anything);
const object = ownRecord(z.string(), anything);
/** Timers that are longer end at once. */
const largest = 2 ** 31 - 1;
const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .meta({
    // Read when something is said, which is when the language is known.
    get errorMessage() {
      return t('Must be made of letters, digits, _ and - only, so that expressions can name it.');
    },
  });
const names = ownRecord(z.string().regex(/^[a-zA-Z0-9._-]+$/), text);
const criterionType = z.union([
  z.enum(['simple', 'regex', 'jsonpath', 'xpath']),
  z.strictObject({ type: z.enum(['jsonpath', 'xpath']), version: text }),
]);

export const documentObject = z.strictObject({
  arazzo: text,
  info: object,
  sourceDescriptions: list.min(1),
  workflows: list.min(1),
  components: z.exactOptional(object),
});

export const infoObject = z.strictObject({
  title: text,
  summary: z.exactOptional(text),
  description: z.exactOptional(text),
  version: text,
});

export const sourceObject = z.strictObject({
  name: id,
  url: text.min(1),
  type: z.exactOptional(z.enum(['openapi', 'arazzo'])),
});

export const workflowObject = z.strictObject({
  workflowId: id,
  summary: z.exactOptional(text),
  description: z.exactOptional(text),
  inputs: z.exactOptional(object),
  dependsOn: z.exactOptional(z.array(text)),
  steps: list.min(1),
  successActions: z.exactOptional(list),
  failureActions: z.exactOptional(list),
  outputs: z.exactOptional(names),
  parameters: z.exactOptional(list),
});

export const stepObject = z.strictObject({
  stepId: id,
  description: z.exactOptional(text),
  operationId: z.exactOptional(text),
  operationPath: z.exactOptional(text),
  workflowId: z.exactOptional(text),
  parameters: z.exactOptional(list),
  requestBody: z.exactOptional(object),
  successCriteria: z.exactOptional(list),
  onSuccess: z.exactOptional(list),
  onFailure: z.exactOptional(list),
  outputs: z.exactOptional(names),
  /** In milliseconds. */
  timeout: z.exactOptional(z.int().positive().max(largest)),
});

/** The extension of Redocly for calls that no description has. Here it opens pages of the emulator. */
export const pageObject = z.strictObject({
  url: text,
  method: z.enum(['get', 'post', 'GET', 'POST']),
});

export const parameterObject = z.strictObject({
  name: text,
  in: z.exactOptional(z.enum(['path', 'query', 'header', 'cookie'])),
  value: anything,
});

/** What else it holds must be ignored. */
export const reusableObject = z.looseObject({ reference: text, value: z.exactOptional(anything) });

export const bodyObject = z.strictObject({
  contentType: z.exactOptional(text),
  payload: z.exactOptional(anything),
  replacements: z.exactOptional(z.array(z.strictObject({ target: text, value: anything }))),
});

export const criterionObject = z.strictObject({
  context: z.exactOptional(text),
  condition: text,
  type: z.exactOptional(criterionType),
});

const action = {
  name: text,
  workflowId: z.exactOptional(text),
  stepId: z.exactOptional(text),
  criteria: z.exactOptional(list),
};

export const successActionObject = z.strictObject({ ...action, type: z.enum(['end', 'goto']) });

export const failureActionObject = z.strictObject({
  ...action,
  type: z.enum(['end', 'goto', 'retry']),
  /** In seconds. */
  retryAfter: z.exactOptional(z.number().nonnegative()),
  retryLimit: z.exactOptional(z.int().nonnegative().max(largest)),
});

export const componentsObject = z.strictObject({
  inputs: z.exactOptional(object),
  parameters: z.exactOptional(object),
  successActions: z.exactOptional(object),
  failureActions: z.exactOptional(object),
});

export type RawWorkflow = z.output<typeof workflowObject>;
export type RawStep = z.output<typeof stepObject>;
export type RawCriterion = z.output<typeof criterionObject>;
export type RawBody = z.output<typeof bodyObject>;
export type RawFailureAction = z.output<typeof failureActionObject>;
export type RawSuccessAction = z.output<typeof successActionObject>;
export type RawObject = JsonObject;
