import { useRef } from 'preact/hooks';
import type { Choice } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { memberOf, pointerTo } from '../../../src/protocol/pointer';
import { childOf, type IssueNode } from '../issues/issueTree';

/** Values known from the connection, by pattern. */
export type Suggestions = Readonly<Record<string, readonly Choice[]>>;

/** A place of the request, with what stands there and what is known of it. */
export interface FieldPlace {
  readonly pointer: string;
  /** The pointer with `*` for any index. */
  readonly pattern: string;
  readonly value: JsonValue | undefined;
  readonly issues: IssueNode | undefined;
  readonly suggestions: Suggestions;
  /** How many lists it lies in. */
  readonly depth: number;
}

export function memberPlace(place: FieldPlace, key: string): FieldPlace {
  return {
    ...place,
    pointer: pointerTo(place.pointer, key),
    pattern: pointerTo(place.pattern, key),
    value: memberOf(place.value, key),
    issues: childOf(place.issues, key),
  };
}

export function itemPlace(place: FieldPlace, index: number): FieldPlace {
  const member = memberPlace(place, String(index));
  return { ...member, pattern: pointerTo(place.pattern, '*'), depth: place.depth + 1 };
}

/** The place as it was given first, as long as nothing about it changes: what shows it need not be drawn again. */
export function useSamePlace(place: FieldPlace): FieldPlace {
  const kept = useRef(place);
  if (!isSame(kept.current, place)) kept.current = place;
  return kept.current;
}

function isSame(one: FieldPlace, other: FieldPlace): boolean {
  return (
    one.pointer === other.pointer &&
    one.pattern === other.pattern &&
    one.value === other.value &&
    one.issues === other.issues &&
    one.suggestions === other.suggestions &&
    one.depth === other.depth
  );
}
