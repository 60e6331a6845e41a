import { t } from '@vscode/l10n';
import type * as z from 'zod';
import {
  bodyObject,
  componentsObject,
  criterionObject,
  documentObject,
  failureActionObject,
  infoObject,
  pageObject,
  parameterObject,
  sourceObject,
  stepObject,
  successActionObject,
  workflowObject,
} from '../document/schema';

/*
 * What stands where in a scenario, for those who write one. The names of the fields are those of the schemas, which the
 * compiler compares.
 */

export const schemas = {
  scenario: documentObject,
  info: infoObject,
  source: sourceObject,
  workflow: workflowObject,
  step: stepObject,
  page: pageObject,
  parameter: parameterObject,
  body: bodyObject,
  criterion: criterionObject,
  successAction: successActionObject,
  failureAction: failureActionObject,
  components: componentsObject,
} as const;
export type ObjectName = keyof typeof schemas;

/** What a text names. */
export type Meaning =
  | 'version'
  | 'sourceUrl'
  | 'operationId'
  | 'operationPath'
  | 'workflowId'
  | 'stepId'
  | 'stepName'
  | 'parameterName'
  | 'parameterPlace'
  | 'contentType'
  | 'expression'
  | 'condition'
  | 'pageUrl'
  | 'reference'
  | 'plain';

export type Place =
  | { readonly kind: 'object'; readonly of: ObjectName }
  | { readonly kind: 'list' | 'map'; readonly of: Place }
  | { readonly kind: 'text'; readonly means: Meaning }
  /** A value of a request, in which expressions may stand. */
  | { readonly kind: 'payload' | 'parameterValue' | 'otherValue' }
  | { readonly kind: 'replacements' }
  | { readonly kind: 'inputs' };

export interface Field {
  readonly is: Place;
  /** A sentence. */
  readonly says: () => string;
  readonly required?: true;
}

type FieldsOf<Schema extends z.ZodObject> = Readonly<Record<keyof z.output<Schema> & string, Field>>;
type Extra = Readonly<Record<string, Field>>;

const text = (means: Meaning): Place => ({ kind: 'text', means });
const object = (of: ObjectName): Place => ({ kind: 'object', of });
const list = (of: Place): Place => ({ kind: 'list', of });
const map = (of: Place): Place => ({ kind: 'map', of });

const reference: Field = {
  is: text('reference'),
  says: () => t('Takes what stands among the components: `$components.parameters.NAME`.'),
};
const criteria: Field = {
  is: list(object('criterion')),
  says: () => t('All of them must hold for the action to be taken.'),
};
const actionFields = {
  name: { is: text('plain'), says: () => t('What the action is called in what is said of a run.'), required: true },
  workflowId: { is: text('workflowId'), says: () => t('The workflow to go to.') },
  stepId: { is: text('stepId'), says: () => t('The step of this workflow to go to.') },
  criteria,
} as const satisfies Extra;
const outputs: Field = {
  is: map(text('expression')),
  says: () => t('Values to keep, by their names: `id: $response.body#/id`.'),
};
const parameters: Field = { is: list(object('parameter')), says: () => t('Values of the path and the query.') };

const own = {
  scenario: {
    arazzo: { is: text('version'), says: () => t('The version of Arazzo.'), required: true },
    info: { is: object('info'), says: () => t('What the scenario is.'), required: true },
    sourceDescriptions: {
      is: list(object('source')),
      says: () => t('The APIs that are called, and the emulator if it has to act.'),
      required: true,
    },
    workflows: { is: list(object('workflow')), says: () => t('The journeys.'), required: true },
    components: { is: object('components'), says: () => t('What several workflows share.') },
  },
  info: {
    title: { is: text('plain'), says: () => t('The title of the scenario.'), required: true },
    summary: { is: text('plain'), says: () => t('One sentence.') },
    description: { is: text('plain'), says: () => t('As long as it has to be.') },
    version: { is: text('plain'), says: () => t('The version of this file.'), required: true },
  },
  source: {
    name: {
      is: text('plain'),
      says: () => t('What steps call it: `$sourceDescriptions.NAME.OPERATION`.'),
      required: true,
    },
    url: {
      is: text('sourceUrl'),
      says: () =>
        t('`esign:` and the name of an API, `esign:emulator`, or an OpenAPI file or scenario beside this one.'),
      required: true,
    },
    type: { is: text('plain'), says: () => t('`openapi`, or `arazzo` for another scenario beside this one.') },
  },
  workflow: {
    workflowId: { is: text('plain'), says: () => t('The name of the workflow.'), required: true },
    summary: { is: text('plain'), says: () => t('One sentence: what the journey shows.') },
    description: { is: text('plain'), says: () => t('As long as it has to be.') },
    inputs: { is: { kind: 'inputs' }, says: () => t('What the workflow is given, as a JSON Schema of an object.') },
    dependsOn: { is: list(text('workflowId')), says: () => t('Workflows that run before.') },
    steps: { is: list(object('step')), says: () => t('The calls, in their order.'), required: true },
    successActions: { is: list(object('successAction')), says: () => t('What follows every step that succeeds.') },
    failureActions: { is: list(object('failureAction')), says: () => t('What follows every step that fails.') },
    outputs,
    parameters: { ...parameters, says: () => t('Values that all of its steps have.') },
  },
  step: {
    stepId: { is: text('stepName'), says: () => t('The name of the step: `$steps.NAME.outputs…`.'), required: true },
    description: { is: text('plain'), says: () => t('What the step is for.') },
    operationId: { is: text('operationId'), says: () => t('The operation to call.') },
    operationPath: {
      is: text('operationPath'),
      says: () => t('The operation to call, by its path in the description.'),
    },
    workflowId: {
      is: text('workflowId'),
      says: () => t('The workflow to run: one of this file, or `$sourceDescriptions.NAME.WORKFLOW`.'),
    },
    parameters,
    requestBody: { is: object('body'), says: () => t('The body of the request.') },
    successCriteria: {
      is: list(object('criterion')),
      says: () => t('All of them must hold. Without any, the API must call it a success.'),
    },
    onSuccess: { is: list(object('successAction')), says: () => t('What follows if it succeeds.') },
    onFailure: { is: list(object('failureAction')), says: () => t('What follows if it fails.') },
    outputs,
    timeout: { is: text('plain'), says: () => t('Milliseconds to wait for the reply.') },
    'x-operation': { is: object('page'), says: () => t('Opens a page of the emulator by its link.') },
  },
  page: {
    url: { is: text('pageUrl'), says: () => t('The link, from an output of a step.'), required: true },
    method: { is: text('plain'), says: () => t('`get` opens the page, `post` acts on it.'), required: true },
  },
  parameter: {
    name: { is: text('parameterName'), says: () => t('The name in the description of the operation.'), required: true },
    in: { is: text('parameterPlace'), says: () => t('Where it stands: in the path or in the query.') },
    value: { is: { kind: 'parameterValue' }, says: () => t('A value or an expression.'), required: true },
    reference,
  },
  body: {
    contentType: { is: text('contentType'), says: () => t('The media type of the body.') },
    payload: { is: { kind: 'payload' }, says: () => t('The body, in which expressions may stand.') },
    replacements: { is: { kind: 'replacements' }, says: () => t('Values to put into the body, by JSON pointers.') },
  },
  criterion: {
    context: {
      is: text('expression'),
      says: () => t('What the pattern or the path is asked of, such as `$response.body`.'),
    },
    condition: { is: text('condition'), says: () => t('What must hold: `$statusCode == 200`.'), required: true },
    type: { is: text('plain'), says: () => t('`simple` without it; `regex` and `jsonpath` need a context.') },
  },
  successAction: {
    ...actionFields,
    type: { is: text('plain'), says: () => t('`end` ends the workflow, `goto` goes on elsewhere.'), required: true },
    reference,
  },
  failureAction: {
    ...actionFields,
    type: {
      is: text('plain'),
      says: () => t('`retry` tries the step again, `goto` goes on elsewhere, `end` ends the workflow.'),
      required: true,
    },
    retryAfter: { is: text('plain'), says: () => t('Seconds to wait before the next try.') },
    retryLimit: { is: text('plain'), says: () => t('How many more tries there are.') },
    reference,
  },
  components: {
    inputs: { is: map({ kind: 'inputs' }), says: () => t('Schemas of inputs: `$ref: "#/components/inputs/NAME"`.') },
    parameters: { is: map(object('parameter')), says: () => t('Parameters, by the names to refer to them.') },
    successActions: { is: map(object('successAction')), says: () => t('Actions, by the names to refer to them.') },
    failureActions: { is: map(object('failureAction')), says: () => t('Actions, by the names to refer to them.') },
  },
} as const satisfies { readonly [Name in ObjectName]: FieldsOf<(typeof schemas)[Name]> & Extra };

export const wholeFile: Place = object('scenario');

/** The fields that an object may have, in the order in which they are mostly written. */
export function fieldsOfObject(name: ObjectName): ReadonlyMap<string, Field> {
  return new Map<string, Field>(Object.entries(own[name]));
}
