import { getLocation } from 'jsonc-parser';
import { joinPointer } from '../pointer';

const sections: readonly unknown[] = ['path', 'query', 'body'];

/** The place of the request that a position of its text lies in, also where the text is no JSON; none outside its sections. */
export function pointerAt(text: string, offset: number): string | undefined {
  // Between names a location has an empty one.
  const path = getLocation(text, offset).path.filter((part) => part !== '');
  return sections.includes(path[0]) ? joinPointer('', ...path) : undefined;
}
