import { t } from '@vscode/l10n';
import { shapeOf } from '../../../forms/shapes/shapeOf';
import { isList, isObject } from '../../../json/jsonKinds';
import type { Operation } from '../../../operation';
import { operationName } from '../../../operation';
import { asPlain } from '../../../quoting/markdown';
import { joinPointer } from '../../../requests/pointer';
import { writeForeign } from '../../document/foreignWorkflow';
import type { SourceCalls } from '../../linking/callsOf';
import { contentTypeNames } from '../../linking/contentTypes';
import { describeOperation } from '../describing/describeOperation';
import { type ObjectName, schemas } from '../grammar';
import { parametersOfCalls } from '../names/replyShapes';
import {
  idsOf,
  inputsOf,
  type NamesInScope,
  stepsIn,
  workflowNamed,
  workflowOfStep,
  workflowsIn,
} from '../names/scope';
import { shapesAt } from '../names/shapesAt';
import type { Reached } from '../reach';
import type { Offer } from './completion';
import { valueOffers } from './shapeOffers';

/** The texts that may stand in a field, where they are a matter of names and not of expressions. */
export function textOffers(
  { place, object, field }: Reached,
  path: readonly string[],
  scope: NamesInScope,
): readonly Offer[] {
  if (place.kind !== 'text') return [];
  const { operations } = scope;
  switch (place.means) {
    case 'version':
      return plain('value', ['1.0.1']);
    case 'sourceUrl':
      return plain('source', scope.world.urls);
    case 'operationId':
      return operationOffers(scope, nameOfOperation);
    case 'operationPath':
      return operationOffers(scope, pathOfOperation);
    case 'workflowId':
      return workflowOffers(scope);
    case 'stepId':
      return plain('step', idsOf(stepsIn(scope.workflow), 'stepId'));
    case 'stepName':
      return plain(
        'value',
        operations.slice(0, 1).map(({ id }) => operationName(id)),
      );
    case 'parameterName':
      return [...parameterOffers(operations), ...inputOffers(scope)];
    case 'parameterPlace':
      // Inputs of workflows stand nowhere else.
      return scope.called?.call.kind === 'workflow' ? [] : placeOffers(operations, path, scope);
    case 'contentType':
      return plain('value', [...new Set(operations.map(({ encoding = 'json' }) => contentTypeNames[encoding]))]);
    case 'reference':
      return referenceOffers(path, scope);
    default:
      return object === undefined || field === undefined ? [] : listedValues(object, field);
  }
}

/** Of what cannot be run here nothing is offered. */
const unsupported = ['xpath', 'cookie'];

/** The values that a field of Arazzo may have. */
export function listedValues(object: ObjectName, field: string): readonly Offer[] {
  const shapes = shapesAt(shapeOf(schemas[object]), undefined, [field]);
  return valueOffers(shapes.filter(({ kind }) => kind === 'enum')).filter(({ label }) => !unsupported.includes(label));
}

function plain(kind: Offer['kind'], labels: readonly string[]): readonly Offer[] {
  return labels.map((label) => ({ kind, label }));
}

type Naming = (source: string, id: string, operation: Operation, isAlone: boolean) => string;

/** With one source alone, nobody has to say which one is meant. */
const nameOfOperation: Naming = (source, id, _operation, isAlone) =>
  isAlone ? id : `$sourceDescriptions.${source}.${id}`;

const pathOfOperation: Naming = (source, _id, { path, method }) =>
  `{$sourceDescriptions.${source}.url}#/paths${joinPointer('', path, method.toLowerCase())}`;

function operationOffers({ world }: NamesInScope, nameOf: Naming): readonly Offer[] {
  const isAlone = world.sources.size === 1;
  return [...world.sources].flatMap(([source, calls]) =>
    calls.names.flatMap((id) => {
      const [operation] = calls.named(id);
      if (operation === undefined) return [];
      return [operationOffer(nameOf(source, id, operation, isAlone), operation, calls)];
    }),
  );
}

function operationOffer(label: string, operation: Operation, { provider }: SourceCalls): Offer {
  return { kind: 'operation', label, detail: operation.title, says: describeOperation(operation, provider) };
}

function workflowOffers(scope: NamesInScope): readonly Offer[] {
  const own = scope.workflows.filter((one) => one !== scope.workflow);
  const foreign = [...scope.world.files].flatMap(([source, file]) =>
    idsOf(workflowsIn(file), 'workflowId').map((workflowId): Offer => {
      const label = writeForeign({ source, workflowId });
      const summary = workflowNamed(scope, label)?.workflow['summary'];
      const says = typeof summary === 'string' ? asPlain(summary) : undefined;
      return { kind: 'workflow', label, detail: file.url, says };
    }),
  );
  return [...plain('workflow', idsOf(own, 'workflowId')), ...foreign];
}

/** What the workflow takes that the step runs. */
function inputOffers(scope: NamesInScope): readonly Offer[] {
  const called = workflowOfStep(scope);
  if (called === undefined) return [];
  const schema = called.workflow['inputs'];
  const required = isObject(schema) ? schema['required'] : undefined;
  const needed = isList(required) ? required : [];
  return Object.entries(inputsOf(called.scope, called.workflow)).map(([name, property]) => {
    const description = isObject(property) ? property['description'] : undefined;
    return {
      kind: 'value',
      label: name,
      detail: needed.includes(name) ? t('input, required') : t('input'),
      says: typeof description === 'string' ? asPlain(description) : undefined,
    };
  });
}

function parameterOffers(operations: readonly Operation[]): readonly Offer[] {
  return parametersOfCalls(operations).map(({ name, in: place, shape, isRequired }) => ({
    kind: 'value',
    label: name,
    detail: isRequired ? t('{0}, required', place) : place,
    says: shape.meta.description ?? shape.meta.title,
  }));
}

/** Where the parameter that is named beside it stands. */
function placeOffers(operations: readonly Operation[], path: readonly string[], scope: NamesInScope): readonly Offer[] {
  const list = scope.step?.['parameters'];
  const parameter = Array.isArray(list) ? list[Number(path.at(-2))] : undefined;
  const name = isObject(parameter) ? parameter['name'] : undefined;
  const known = parametersOfCalls(operations).filter((one) => one.name === name);
  return plain('value', known.length > 0 ? known.map((one) => one.in) : ['path', 'query']);
}

const sectionOf: Readonly<Record<string, string>> = {
  parameters: 'parameters',
  onSuccess: 'successActions',
  successActions: 'successActions',
  onFailure: 'failureActions',
  failureActions: 'failureActions',
};

function referenceOffers(path: readonly string[], { root }: NamesInScope): readonly Offer[] {
  const section = sectionOf[path.at(-3) ?? ''] ?? '';
  const components = root['components'];
  const known = isObject(components) ? components[section] : undefined;
  return plain('value', isObject(known) ? Object.keys(known).map((name) => `$components.${section}.${name}`) : []);
}
