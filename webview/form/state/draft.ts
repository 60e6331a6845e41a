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
  /** Tells the host, with what was typed; undefined takes the value out. */
  post(value: JsonValue | undefined, text: string): void;
  /** Remembers a text that is no value; undefined when there is none any more. */
  hold(text: string | undefined): void;
  /** The text, or what it stands for, has to be drawn again. */
  changed(): void;
  schedule(task: () => void): () => void;
}

/**
 * The text of one field while it is edited. It follows the host, except where the host only echoes what was typed
 * here: then the text stays as it is, with the caret where it is.
 */
export class Draft {
  ports: DraftPorts;
  text: string;
  /** The host's value, as last seen. */
  #seen: JsonValue | undefined;
  /** Values told to the host that have not come back yet, oldest first. */
  #sent: (JsonValue | undefined)[] = [];
  #cancel: (() => void) | undefined;

  constructor(value: JsonValue | undefined, ports: DraftPorts, held?: string) {
    this.ports = ports;
    this.text = held ?? ports.write(value);
    this.#seen = value;
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
    const expected = this.#sent.length > 0 ? this.#sent.at(-1) : this.#seen;
    if (same(value, expected)) return;
    this.#sent.push(value);
    this.ports.post(value, this.text);
  }

  /** Forgets what was not told: the field has gone. */
  drop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  follow(value: JsonValue | undefined): void {
    if (same(value, this.#seen)) return;
    this.#seen = value;
    const echo = this.#sent.findLastIndex((sent) => same(sent, value));
    if (echo >= 0) {
      this.#sent.splice(0, echo + 1);
      return;
    }
    if (this.#cancel) return;
    this.#sent = [];
    this.text = this.ports.write(value);
    this.ports.hold(undefined);
  }
}
