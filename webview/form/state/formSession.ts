import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { FormEdit } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import type { FormToHost } from '../../../src/protocol/messages';
import { keep, kept, type Post } from '../../host';
import { focusField } from '../focus/focusField';
import type { Draft } from './draft';
import { movedPointer } from './movedPointer';
import { isWithin, parentOf, valueAt } from './pointer';

type Opener = (target: string) => void;
type Entry = readonly [pointer: string, text: string];

/** What the fields of one panel share: the way to the host, unfinished texts, and the field to be shown. */
export class FormSession {
  readonly #post: Post<FormToHost>;
  readonly #drafts = new Set<Draft>();
  readonly #openers = new Set<Opener>();
  readonly #senders = new Set<(anyway: boolean) => void>();
  #held: Readonly<Record<string, string>> = kept();
  #target: string | undefined;

  constructor(post: Post<FormToHost>) {
    this.#post = post;
  }

  /** Changes the request now; what was typed before goes first. */
  edit(edit: FormEdit): void {
    this.flush();
    this.#move(edit);
    this.tell(edit);
  }

  /** Several changes as one. */
  mend(edits: readonly FormEdit[]): void {
    this.flush();
    for (const edit of edits) this.#move(edit);
    this.#post('mend', { edits });
  }

  mendAll(title: string): void {
    this.flush();
    this.#post('mendAll', { title });
  }

  tell(edit: FormEdit): void {
    this.#post('edit', { edit });
  }

  chooseFile(pointer: string): void {
    this.flush();
    this.#post('chooseFile', { pointer });
  }

  /** Tells the host what was typed and not yet told. True when there was something. */
  flush(): boolean {
    const waiting = [...this.#drafts].filter((draft) => draft.waiting);
    for (const draft of waiting) draft.flush();
    return waiting.length > 0;
  }

  track(draft: Draft): () => void {
    this.#drafts.add(draft);
    return () => {
      draft.drop();
      this.#drafts.delete(draft);
    };
  }

  held(pointer: string): string | undefined {
    return this.#held[pointer];
  }

  /** Pointers of the fields whose text is no value yet. */
  get unreadable(): readonly string[] {
    return Object.keys(this.#held);
  }

  hold(pointer: string, text: string | undefined): void {
    if (this.#held[pointer] === text) return;
    const { [pointer]: _, ...others } = this.#held;
    this.#held = text === undefined ? others : { ...others, [pointer]: text };
    keep(this.#held);
  }

  /** Forgets texts of fields that are there no more, whoever took them away. */
  forgetGone(values: JsonValue): void {
    this.#keepHeld((entry) => (valueAt(values, parentOf(entry[0])) === undefined ? [] : [entry]));
  }

  /** Opens what hides a field, scrolls to it and focuses it. With `exact`, waits for a field that is about to appear. */
  reveal(target: string, exact = false): void {
    this.#target = target;
    for (const open of this.#openers) open(target);
    focusField(target, exact, () => {
      if (this.#target === target) this.#target = undefined;
    });
  }

  isRevealing(pointer: string): boolean {
    return this.#target !== undefined && isWithin(this.#target, pointer);
  }

  /** What a command does that sends from outside the page. */
  onSubmit(send: (anyway: boolean) => void): () => void {
    this.#senders.add(send);
    return () => this.#senders.delete(send);
  }

  submit(anyway: boolean): void {
    for (const send of this.#senders) send(anyway);
  }

  onReveal(opener: Opener): () => void {
    this.#openers.add(opener);
    return () => this.#openers.delete(opener);
  }

  openMending(operation: string): void {
    this.flush();
    this.#post('openMending', { operation });
  }

  #move(edit: FormEdit): void {
    this.#keepHeld(([pointer, text]) => {
      const moved = movedPointer(pointer, edit);
      return moved === undefined ? [] : [[moved, text]];
    });
  }

  #keepHeld(change: (entry: Entry) => readonly Entry[]): void {
    const before = Object.entries(this.#held);
    if (before.length === 0) return;
    this.#held = Object.fromEntries(before.flatMap(change));
    keep(this.#held);
  }
}

export const SessionContext = createContext<FormSession | undefined>(undefined);
/** Whether sending was tried: from then on missing values count as mistakes. */
export const AskedContext = createContext(false);

/** What file fields would take, by pointer. */
export const AttachmentsContext = createContext<Readonly<Record<string, string>>>({});

/** How numbers are written that a value cannot hold, by pointer. */
export const SpellingsContext = createContext<Readonly<Record<string, string>>>({});

export function useSession(): FormSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('A field was shown outside a form.');
  return session;
}

/** Calls `open` whenever something within `pointer` is to be shown. */
export function useReveal(pointer: string, open: (target: string) => void): void {
  const session = useSession();
  useEffect(
    () =>
      session.onReveal((target) => {
        if (isWithin(target, pointer)) open(target);
      }),
    [session, pointer, open],
  );
}
