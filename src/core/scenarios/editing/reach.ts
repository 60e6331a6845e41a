import { fieldsOfObject, type ObjectName, type Place, wholeFile } from './grammar';
import { isIndex } from './isIndex';

/** What a path leads to, and the field by which it was reached last. */
export interface Reached {
  readonly place: Place;
  readonly object?: ObjectName | undefined;
  readonly field?: string | undefined;
  /** What follows within a value of a request or a schema. */
  readonly within: readonly string[];
}

/** What stands at a path. Undefined for extensions and what does not belong there. */
export function reach(path: readonly string[]): Reached | undefined {
  let reached: Reached = { place: wholeFile, within: [] };
  for (const [index, key] of path.entries()) {
    const { place } = reached;
    switch (place.kind) {
      case 'object': {
        const field = fieldsOfObject(place.of).get(key);
        if (field === undefined) return undefined;
        reached = { place: field.is, object: place.of, field: key, within: [] };
        break;
      }
      case 'map':
      case 'list':
        if (place.kind === 'list' && !isIndex(key)) return undefined;
        reached = { ...reached, place: place.of };
        break;
      case 'text':
        return undefined;
      default:
        return { ...reached, within: path.slice(index) };
    }
  }
  return reached;
}
