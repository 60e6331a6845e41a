import type { Shape } from '../../../forms/shapes/shape';
import { shapeOf } from '../../../forms/shapes/shapeOf';
import type { Operation } from '../../../operation';
import { shapesAt } from './shapesAt';

/** The shapes at a path of the bodies that operations answer with, those of successes first. */
export function replyShapes(operations: readonly Operation[], path: readonly string[]): readonly Shape[] {
  const replies = operations.flatMap(({ replies: own }) => Object.entries(own));
  const sorted = replies.toSorted(([one], [other]) => Number(one) - Number(other));
  return sorted.flatMap(([, schema]) => shapesAt(shapeOf(schema), undefined, path));
}

/** Of the body that operations take. */
export function bodyShapes(operations: readonly Operation[], body: unknown, path: readonly string[]): readonly Shape[] {
  return operations.flatMap(({ request }) =>
    request.body === undefined ? [] : shapesAt(shapeOf(request.body), body, path),
  );
}

export interface KnownParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly shape: Shape;
  readonly isRequired: boolean;
}

/** The parameters of operations, each once. */
export function parametersOfCalls(operations: readonly Operation[]): readonly KnownParameter[] {
  const all = operations.flatMap((operation) => [
    ...parametersIn(operation, 'path'),
    ...parametersIn(operation, 'query'),
  ]);
  return all.filter((one, index) => all.findIndex((other) => other.name === one.name && other.in === one.in) === index);
}

function parametersIn({ request }: Operation, place: 'path' | 'query'): readonly KnownParameter[] {
  const schema = request[place];
  const shape = schema && shapeOf(schema);
  if (shape?.kind !== 'object') return [];
  return [...shape.properties].map(([name, own]) => ({
    name,
    in: place,
    shape: own,
    isRequired: place === 'path' || shape.required.has(name),
  }));
}
