import type { ObjectShape, Shape } from '../../src/core/forms/shapes/shape';
import { shapeOf } from '../../src/core/forms/shapes/shapeOf';
import type { Provider } from '../../src/core/provider';

export interface Member {
  readonly operation: string;
  readonly key: string;
  readonly shape: Shape;
  /** The objects that it lies in, the innermost first. */
  readonly around: readonly ObjectShape[];
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

function membersOf(operation: string, shape: Shape, outer: readonly ObjectShape[] = []): readonly Member[] {
  switch (shape.kind) {
    case 'object': {
      const around = [shape, ...outer];
      return [...shape.properties].flatMap(([key, property]) => [
        { operation, key, shape: property, around },
        ...membersOf(operation, property, around),
      ]);
    }
    case 'list':
      return membersOf(operation, shape.item, outer);
    case 'union':
      return shape.options.flatMap((option) => membersOf(operation, option.shape, outer));
    default:
      return [];
  }
}
