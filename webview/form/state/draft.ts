import type { JsonValue } from '../../../src/protocol/json';
import { same } from './share';

/** What a text stands for. An unreadable one stays in the panel until it is mended. */
export type DraftReading =
  | { readonly kind: 'value'; readonly value: JsonValue }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly message: string };

export interface DraftPorts {
  read(text: string): DraftReading;
  write(value: JsonValue | undefined): string;
  /** Tells the host, with what was typed; undefined takes the value out. `done` follows when the host has done it. */
  post(value: JsonValue | undefined, text: string, done: () => void): void;
  /** Remembers a text that is no value; undefined when there is none any more. */
  hold(text: string | undefined): void;
  /** The text, or what it stands for, has to be drawn again. */
  changed(): void;
  schedule(task: () => void): () => void;
}

/**
 * The text of one field while it is edited. It follows the host, which says nothing new as long as it does not know
 * what was told here.
 */
export class Draft {
  ports: DraftPorts;
  text: string;
  /** The value as last told to the host or by it. */
  #known: JsonValue | undefined;
  /** The host's value. */
  #latest: JsonValue | undefined;
  /** How often the host was told what it has not done yet. */
  #ahead = 0;
  #cancel: (() => void) | undefined;
  #dropped = false;

  constructor(value: JsonValue | undefined, ports: DraftPorts, held?: string) {
    this.ports = ports;
    this.text = held ?? ports.write(value);
    this.#known = value;
    this.#latest = value;
  }

  get error(): string | undefined {
    const reading = this.ports.read(this.text);
    return reading.kind === 'unreadable' ? reading.message : undefined;
  }

  get waiting(): boolean {
    return this.#cancel !== undefined;
  }

  type(text: string): void {
    this.text = text;
    this.#cancel?.();
    this.#cancel = this.ports.schedule(() => this.flush());
    this.ports.changed();
  }

  /** Tells the host now what was typed and not yet told. */
  flush(): void {
    if (!this.#cancel) return;
    this.#cancel();
    this.#cancel = undefined;
    this.ports.changed();
    const reading = this.ports.read(this.text);
    this.ports.hold(reading.kind === 'unreadable' ? this.text : undefined);
    if (reading.kind === 'unreadable') return;
    const value = reading.kind === 'value' ? reading.value : undefined;
    if (same(value, this.#known)) return;
    this.#known = value;
    this.#ahead += 1;
    this.ports.post(value, this.text, () => this.#settle());
  }

  /** Forgets what was not told: the field has gone. */
  drop(): void {
    this.#dropped = true;
    this.#cancel?.();
    this.#cancel = undefined;
  }

  follow(value: JsonValue | undefined): void {
    this.#latest = value;
    if (this.#ahead > 0 || same(value, this.#known)) return;
    this.#known = value;
    if (this.#cancel) return;
    this.text = this.ports.write(value);
    this.ports.hold(undefined);
  }

  #settle(): void {
    this.#ahead -= 1;
    if (this.#dropped) return;
    const before = this.text;
    this.follow(this.#latest);
    if (this.text !== before) this.ports.changed();
  }
}
