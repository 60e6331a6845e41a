import type { Shape } from '../../../forms/shapes/shape';
import { getAt, joinPointer } from '../../../requests/pointer';
import type { Reached } from '../reach';
import { bodyShapes, parametersOfCalls } from './replyShapes';
import type { NamesInScope } from './scope';
import { shapesAt } from './shapesAt';

/** The shapes of a value that a step sends, by its operation. */
export function shapesOfValue(
  { place, within }: Reached,
  path: readonly string[],
  { operations, root, step }: NamesInScope,
): readonly Shape[] {
  if (place.kind === 'payload') return bodyShapes(operations, getAt(step, '/requestBody/payload'), within);
  const start = path.lastIndexOf('parameters', path.length - within.length);
  const holder = step === undefined ? root : { workflows: { [path[1] ?? '']: { steps: { [path[3] ?? '']: step } } } };
  const parameter = joinPointer('', ...path.slice(0, start + 2));
  const name = getAt(holder, `${parameter}/name`);
  const section = getAt(holder, `${parameter}/in`);
  const known = parametersOfCalls(operations).filter(
    (one) => one.name === name && (section === undefined || section === one.in),
  );
  return known.flatMap(({ shape }) => shapesAt(shape, undefined, within));
}
