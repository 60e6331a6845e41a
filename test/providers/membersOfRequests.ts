import type { ObjectShape, Shape } from '../../src/core/forms/shapes/shape';
import { shapeOf } from '../../src/core/forms/shapes/shapeOf';
import type { Provider } from '../../src/core/provider';

export interface Member {
  readonly operation: string;
  readonly key: string;
  readonly shape: Shape;
  readonly parent: ObjectShape;
}

/** Every field that the requests of a provider have, wherever it stands. */
export function membersOfRequests({ operations }: Provider): readonly Member[] {
  return operations.flatMap(({ id, request }) =>
    (['path', 'query', 'body'] as const).flatMap((section) => {
      const schema = request[section];
      return schema === undefined ? [] : membersOf(id, shapeOf(schema));
    }),
  );
}

function membersOf(operation: string, shape: Shape): readonly Member[] {
  switch (shape.kind) {
    case 'object':
      return [...shape.properties].flatMap(([key, property]) => [
        { operation, key, shape: property, parent: shape },
        ...membersOf(operation, property),
      ]);
    case 'list':
      return membersOf(operation, shape.item);
    case 'union':
      return shape.options.flatMap((option) => membersOf(operation, option.shape));
    default:
      return [];
  }
}
