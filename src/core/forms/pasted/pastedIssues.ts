import type { Issue } from '../../../protocol/form';
import { joinPointer } from '../../requests/pointer';
import type { Shape } from '../shapes/shape';
import { meantShape } from '../shapes/unionShape';
import { recognise } from './recognise';
import { type SectionPlace, textPlace } from './textPlace';

/** What pasting did to the texts of a section. */
export function pastedIssues(
  shape: Shape | undefined,
  value: unknown,
  pointer: string,
  place: SectionPlace,
  key = '',
): readonly Issue[] {
  if (typeof value === 'string') return textIssues(shape, value, pointer, place, key);
  if (typeof value !== 'object' || value === null) return [];
  const own = meantShape(shape, value);
  if (Array.isArray(value)) {
    const item = own?.kind === 'list' ? own.item : undefined;
    return value.flatMap((one, index) => pastedIssues(item, one, joinPointer(pointer, index), place, key));
  }
  const object = own?.kind === 'object' ? own : undefined;
  return Object.entries(value).flatMap(([name, one]) =>
    // Only texts, lists and objects can hold anything: the others are most of a request.
    typeof one === 'string' || typeof one === 'object'
      ? pastedIssues(object?.properties.get(name) ?? object?.others, one, joinPointer(pointer, name), place, name)
      : [],
  );
}

function textIssues(
  shape: Shape | undefined,
  text: string,
  pointer: string,
  place: SectionPlace,
  key: string,
): readonly Issue[] {
  const known = textPlace(meantShape(shape, text), key, place);
  const issue = known && recognise(text, known, pointer);
  return issue ? [issue] : [];
}
