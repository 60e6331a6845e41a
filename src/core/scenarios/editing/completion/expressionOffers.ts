import { t } from '@vscode/l10n';
import type { Shape } from '../../../forms/shapes/shape';
import { asCode } from '../../../quoting/markdown';
import { joinPointer, splitPointer } from '../../../requests/pointer';
import { describeShape } from '../describing/describeShape';
import { bodyShapes, parametersOfCalls, replyShapes } from '../names/replyShapes';
import { idsOf, inputsOf, type NamesInScope, outputsIn, stepsIn, workflowOfStep } from '../names/scope';
import type { Offer } from './completion';

/** `sent`: in what is sent. `got`: where the reply is there as well. `ended`: when all steps have run. */
export type Moment = 'sent' | 'got' | 'ended';

/** The expressions that may stand where one is being typed, with the names that exist. */
export function expressionOffers(typed: string, scope: NamesInScope, moment: Moment): readonly Offer[] {
  const within = /^(\$(?:request|response)\.body#)(\/[\s\S]*)?$/.exec(typed);
  if (within !== null && moment === 'got') return pointerOffers(within[1] ?? '', within[2] ?? '', scope);
  return [...(moment === 'got' ? messageOffers(scope) : []), ...keptOffers(scope)];
}

function keptOffers(scope: NamesInScope): readonly Offer[] {
  const { workflow } = scope;
  return [
    ...inputNames(scope).map((name) => offer(`$inputs.${name}`, t('An input of the workflow.'))),
    ...stepsIn(workflow)
      .filter((step) => step !== scope.step)
      .flatMap((step) =>
        idsOf([step], 'stepId').flatMap((id) => outputOffers(`$steps.${id}.outputs`, outputsIn(step))),
      ),
    ...outputOffers('$outputs', outputsIn(workflowOfStep(scope)?.workflow)),
    ...scope.workflows
      .filter((one) => one !== workflow)
      .flatMap((one) =>
        idsOf([one], 'workflowId').flatMap((id) => outputOffers(`$workflows.${id}.outputs`, outputsIn(one))),
      ),
  ];
}

/** Outside of workflows those of all of them. */
function inputNames(scope: NamesInScope): readonly string[] {
  const owners = scope.workflow === undefined ? scope.workflows : [scope.workflow];
  return [...new Set(owners.flatMap((owner) => Object.keys(inputsOf(scope, owner))))];
}

function outputOffers(start: string, outputs: Readonly<Record<string, unknown>>): readonly Offer[] {
  return Object.entries(outputs).map(([name, from]) => offer(`${start}.${name}`, asCode(String(from))));
}

function messageOffers(scope: NamesInScope): readonly Offer[] {
  const { operations } = scope;
  return [
    offer('$statusCode', t('The status of the reply.')),
    offer('$response.body', t('The whole body of the reply.')),
    ...pointerOffers('$response.body#', '', scope),
    offer('$response.header.Content-Type', t('A header of the reply.')),
    offer('$url', t('The address that was called.')),
    offer('$method', t('The method of the request.')),
    ...parametersOfCalls(operations).map((one) => offer(`$request.${one.in}.${one.name}`, t('As it was sent.'))),
    ...(operations.some(({ request }) => request.body !== undefined)
      ? [offer('$request.body', t('The body as it was sent.'))]
      : []),
  ];
}

/** What lies one step below the pointer that is typed. */
function pointerOffers(start: string, typed: string, scope: NamesInScope): readonly Offer[] {
  const pointer = typed.slice(0, Math.max(0, typed.lastIndexOf('/')));
  const path = splitPointer(pointer);
  const { operations } = scope;
  const shapes = start.startsWith('$response')
    ? replyShapes(operations, path)
    : bodyShapes(operations, undefined, path);
  const keyTyped = splitPointer(typed).at(-1) ?? '';
  const found = new Map<string, Shape>();
  for (const shape of shapes)
    for (const [key, own] of membersOf(shape, keyTyped)) if (!found.has(key)) found.set(key, own);
  return [...found].map(([key, shape]) => ({
    ...offer(start + joinPointer(pointer, key), shape.meta.description),
    detail: describeShape(shape),
  }));
}

/** Of a list the first item, and the one whose place is typed. */
function membersOf(shape: Shape, typed: string): readonly (readonly [string, Shape])[] {
  if (shape.kind === 'object') return [...shape.properties];
  if (shape.kind !== 'list') return [];
  const places = /^[1-9]\d*$/.test(typed) ? ['0', typed] : ['0'];
  return places.map((place) => [place, shape.item]);
}

function offer(label: string, says?: string): Offer {
  return { kind: 'expression', label, says };
}
