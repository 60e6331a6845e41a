import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FormEdit } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import type { FieldPlace } from '../fields/fieldPlace';
import { Draft, type DraftReading } from './draft';
import { useSession } from './formContexts';

/** Long enough to take a burst of keys as one edit, short enough that problems show while one types. */
const typingPauseMs = 150;

export interface DraftOptions {
  readonly place: Pick<FieldPlace, 'pointer' | 'value'>;
  readonly read: (text: string) => DraftReading;
  readonly write: (value: JsonValue | undefined) => string;
  /** The text is JSON, whose digits are kept. */
  readonly isJson?: boolean;
}

export function useDraft({ place, read, write, isJson = false }: DraftOptions): Draft {
  const { pointer, value } = place;
  const session = useSession();
  const [, redraw] = useState(0);
  const at = useRef(pointer);
  at.current = pointer;
  const ports = {
    read,
    write,
    post: (next: JsonValue | undefined, text: string, done: () => void) => {
      const written = isJson && { written: text };
      const { current: own } = at;
      const edit: FormEdit =
        next === undefined ? { kind: 'remove', pointer: own } : { kind: 'set', pointer: own, value: next, ...written };
      session.tell([edit], done);
    },
    hold: (text: string | undefined) => session.hold(at.current, text),
    changed: () => redraw((count) => count + 1),
    schedule: (task: () => void) => {
      const timer = setTimeout(task, typingPauseMs);
      return () => clearTimeout(timer);
    },
  };
  const draft = useRef<Draft | undefined>(undefined);
  draft.current ??= new Draft(value, ports, session.held(pointer));
  draft.current.ports = ports;
  draft.current.follow(value);
  const { current } = draft;
  // At once: whoever sends in the same moment sends what was typed.
  useLayoutEffect(() => session.track(current, at), [session, current]);
  return current;
}
