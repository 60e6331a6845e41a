import { shiftedPointer, shiftsBetween } from '../../../src/protocol/changes/rebase';
import type { FormEdit } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import type { FieldsToHost, Seen, Told } from '../../../src/protocol/messages';
import type { FormState } from '../../../src/protocol/pages/formState';
import { isWithin, parentOf, valueAt } from '../../../src/protocol/pointer';
import { focusField, pointAtField } from '../focus/focusField';
import { HeldTexts } from './heldTexts';
import { keepTexts, keptTexts } from './keptForm';
import { OwnEdits } from './ownEdits';
import { Senders } from './senders';

/** The way from fields to the host, whatever page they stand in. */
export type FieldsHost = { readonly [Type in keyof FieldsToHost]: (told: FieldsToHost[Type]) => void };

type Opener = (target: string) => void;

/** Something typed that the host may not know yet. */
export interface Untold {
  readonly waiting: boolean;
  flush(): void;
  /** What it is of has gone. */
  drop(): void;
}

/** What the fields of one panel share: the way to the host, unfinished texts, and the field to be shown. */
export class FormSession {
  readonly #host: FieldsHost;
  readonly #own: OwnEdits;
  readonly #drafts = new Set<Untold>();
  readonly #openers = new Set<Opener>();
  readonly #leaders = new Set<Opener>();
  readonly #senders = new Senders();
  /** As they are shown, and as they were shown before. */
  #values: JsonValue | undefined;
  #before: JsonValue | undefined;
  readonly #held = new HeldTexts(keptTexts(), keepTexts);
  #target: string | undefined;

  /** `redraw` shows what is made ahead of the host. */
  constructor(host: FieldsHost, redraw?: () => void) {
    this.#host = host;
    this.#own = new OwnEdits((told) => host.edit(told), redraw);
  }

  /** Changes the request now; what was typed before goes first. `done` is called when the change is shown, or refused. */
  edit(edit: FormEdit, done?: () => void): void {
    this.mend([edit], done);
  }

  /** Several changes as one. */
  mend(edits: readonly FormEdit[], done?: () => void): void {
    this.flush();
    this.#held.forgetWithin(edits);
    this.tell(edits, done);
  }

  /** The same, where values alone are written: they are shown before the host has them. */
  write(edits: readonly FormEdit[]): void {
    this.flush();
    this.#held.forgetWithin(edits);
    this.#own.make(edits, this.#values, { isWritten: true });
  }

  tell(edits: readonly FormEdit[], done?: () => void): void {
    this.#own.make(edits, this.#values, { isWritten: false, done });
  }

  /** What the host has to know of places, however they are told. */
  get seen(): Seen {
    return { version: this.#own.version };
  }

  /** What the host has to know of a change, however it is told. */
  count(done?: () => void): Told {
    return this.#own.count(done);
  }

  /** Tells the host what is not an edit, behind all edits that were made before, and before those that wait for a number. */
  inTurn(task: () => void, holds?: number): void {
    this.#own.inTurn(task, holds);
  }

  /** The host has other values, with the edits up to one. */
  follow(version: number, values: JsonValue | undefined, handled: number): void {
    this.#own.follow(version, values, handled);
  }

  /** What a state shows with the edits that the host has not done yet. */
  over(state: FormState): FormState {
    const shown = this.#own.over(state);
    if (shown.kind === 'form') this.show(shown.values);
    return shown;
  }

  /** Values are about to be shown: texts that are held move with the items that they stand in, or go with them. */
  show(values: JsonValue): void {
    const before = this.#values ?? values;
    this.#before = before;
    this.#values = values;
    if (before !== values) this.#held.follow(before, values);
  }

  /** All fields stand where the values that are shown have them. */
  drawn(): void {
    this.#before = this.#values;
  }

  /** What was told up to an edit is shown now. */
  settle(handled: number): void {
    this.#own.settle(handled);
  }

  chooseFile(pointer: string): void {
    this.flush();
    this.inTurn(() => this.#host.chooseFile({ pointer, ...this.seen }));
  }

  /** Tells the host what was typed and not yet told. True when there was something. */
  flush(): boolean {
    const waiting = [...this.#drafts].filter((draft) => draft.waiting);
    for (const draft of waiting) draft.flush();
    return waiting.length > 0;
  }

  /** Whatever takes its field from the screen, what was typed into it is told, unless what it is of has gone. `at` says where it stands. */
  track(draft: Untold, at?: { current: string }): () => void {
    this.#drafts.add(draft);
    return () => {
      const place = at && this.#placeOf(at.current);
      if (at !== undefined && place !== undefined) {
        at.current = place;
        draft.flush();
      }
      draft.drop();
      this.#drafts.delete(draft);
    };
  }

  /** Where a field stands now that may still be where the values before had it. */
  #placeOf(pointer: string): string | undefined {
    const [before, now] = [this.#before, this.#values];
    if (before === undefined || now === undefined) return undefined;
    const place = shiftedPointer(pointer, shiftsBetween(before, now));
    if (place === undefined) return undefined;
    const hadParent = valueAt(before, parentOf(pointer)) !== undefined;
    return hadParent && valueAt(now, parentOf(place)) === undefined ? undefined : place;
  }

  held(pointer: string): string | undefined {
    return this.#held.at(pointer);
  }

  /** Pointers of the fields whose text is no value yet. */
  get unreadable(): readonly string[] {
    return this.#held.pointers;
  }

  hold(pointer: string, text: string | undefined): void {
    this.#held.hold(pointer, text);
  }

  /** Opens what hides a field, scrolls to it and focuses it. */
  reveal(target: string): void {
    this.#target = target;
    for (const open of [...this.#openers, ...this.#leaders]) open(target);
    focusField(target, () => {
      if (this.#target === target) this.#target = undefined;
    });
  }

  /** The same without the focus, which is in the text beside. */
  point(target: string): void {
    this.#target = target;
    for (const open of this.#openers) open(target);
    pointAtField(target, () => {
      if (this.#target === target) this.#target = undefined;
    });
  }

  isRevealing(pointer: string): boolean {
    return this.#target !== undefined && isWithin(this.#target, pointer);
  }

  /** What a command does that sends from outside the page. */
  onSubmit(send: (anyway: boolean) => void): () => void {
    return this.#senders.add(send);
  }

  submit(anyway: boolean): void {
    this.#senders.submit(anyway);
  }

  /** Called when somebody is led to a place, not when they point at it themselves. */
  onLead(leader: Opener): () => void {
    this.#leaders.add(leader);
    return () => this.#leaders.delete(leader);
  }

  onReveal(opener: Opener): () => void {
    this.#openers.add(opener);
    return () => this.#openers.delete(opener);
  }

  openMending(operation: string): void {
    this.flush();
    this.inTurn(() => this.#host.openMending({ operation }));
  }
}
