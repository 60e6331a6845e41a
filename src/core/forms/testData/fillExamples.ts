import type { FormEdit } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { isObject } from '../../json/jsonKinds';
import type { Operation, RequestValues } from '../../operation';
import { joinPointer } from '../../requests/pointer';
import { newValue } from '../shapes/newValue';
import type { Shape } from '../shapes/shape';
import { shapeOf } from '../shapes/shapeOf';
import { meantShape } from '../shapes/unionShape';

/** Fills what is empty with the examples of the schemas. What is there stays, and secrets are never made up. */
export function fillExamples({ request }: Operation, values: RequestValues): readonly FormEdit[] {
  return (['path', 'query', 'body'] as const).flatMap((section) => {
    const schema = request[section];
    return schema === undefined ? [] : editsFor(shapeOf(schema), values[section], `/${section}`, true);
  });
}

function editsFor(
  shape: Shape,
  value: JsonValue | undefined,
  pointer: string,
  isRequired: boolean,
): readonly FormEdit[] {
  const own = meantShape(shape, value ?? (isRequired ? newValue(shape) : undefined));
  // What stands in the place of an object has no members to fill.
  if (own?.kind === 'object' && (isObject(value) || (value === undefined && isRequired))) {
    const inner = isObject(value) ? value : {};
    return [...own.properties].flatMap(([key, property]) =>
      editsFor(property, inner[key], joinPointer(pointer, key), own.required.has(key)),
    );
  }
  if (own?.kind === 'list' && Array.isArray(value)) {
    return value.flatMap((item, index) => editsFor(own.item, item, joinPointer(pointer, index), true));
  }
  const [example] = shape.meta.examples ?? [];
  const isEmpty = value === '' || (value === undefined && isRequired);
  if (!isEmpty || example === undefined || shape.meta.secret === true) return [];
  return [{ kind: 'set', pointer, value: example }];
}
