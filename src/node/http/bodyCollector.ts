import type { HttpLimits, Reply } from '../../core/http';
import { type BodyLoss, type KeptBody, mostOfBeginning } from '../../core/replies/body/wholeBody';
import { errorCode } from '../../core/typing/errorCode';

type Collected = Pick<Reply, 'bytes' | 'whole'>;

/** What was taken is enough: the rest of the body is not wanted. */
export class EnoughTaken extends Error {
  override readonly name = 'EnoughTaken';
}

/** Takes a body as it comes: into memory as far as it is read, and the whole of a larger one into a place of its own. */
export class BodyCollector {
  readonly #limits: HttpLimits;
  readonly #contentType: string;
  #chunks: Uint8Array[] = [];
  #size = 0;
  #kept: KeptBody | undefined;
  #lost: BodyLoss | undefined;

  constructor(limits: HttpLimits, contentType: string) {
    this.#limits = limits;
    this.#contentType = contentType;
  }

  get isKept(): boolean {
    return this.#kept !== undefined;
  }

  /** There is nothing to be done with a body as large as this. */
  get isRefused(): boolean {
    return this.#size > this.#limits.maxBytes && this.#limits.larger === undefined;
  }

  /** Throws EnoughTaken when nothing more is wanted. */
  async take(bytes: Uint8Array): Promise<void> {
    const wasRead = this.#size <= this.#limits.maxBytes;
    this.#size += bytes.length;
    if (this.#kept !== undefined) return this.#append([bytes]);
    this.#chunks.push(bytes);
    if (wasRead && this.#size > this.#limits.maxBytes) await this.#overflow();
  }

  async finish(): Promise<Collected> {
    const kept = this.#kept;
    if (kept !== undefined) await this.#orLose(() => kept.close());
    const bytes = Buffer.concat(this.#chunks);
    if (this.#lost !== undefined) return { bytes, whole: { kind: 'lost', why: this.#lost, size: this.#size } };
    return { bytes, ...(kept && { whole: { kind: 'kept', place: kept.place, size: this.#size } }) };
  }

  async discard(): Promise<void> {
    await this.#kept?.discard();
  }

  async #overflow(): Promise<void> {
    const { larger, maxBytes } = this.#limits;
    const taken = this.#chunks;
    this.#chunks = beginningOf(taken, Math.min(maxBytes, mostOfBeginning));
    if (larger === undefined || larger === 'cut') return this.#end('notWanted');
    await this.#orLose(async () => {
      this.#kept = await larger.open(this.#contentType);
    });
    if (this.#lost === undefined) await this.#append(taken);
    else throw new EnoughTaken();
  }

  async #append(chunks: readonly Uint8Array[]): Promise<void> {
    const { larger } = this.#limits;
    const isTooLarge = typeof larger === 'object' && this.#size > larger.mostKept;
    if (isTooLarge) await this.#lose('tooLarge');
    else for (const bytes of chunks) await this.#orLose(async () => this.#kept?.append(bytes));
    if (this.#lost !== undefined) throw new EnoughTaken();
  }

  async #orLose(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error: unknown) {
      await this.#lose(errorCode(error) === 'ENOSPC' ? 'diskFull' : 'notWritable');
    }
  }

  async #lose(why: BodyLoss): Promise<void> {
    this.#lost ??= why;
    await this.#kept?.discard();
    this.#kept = undefined;
  }

  #end(why: BodyLoss): never {
    this.#lost = why;
    throw new EnoughTaken();
  }
}

/** A copy: a part of the whole would keep all of it in memory. */
function beginningOf(chunks: readonly Uint8Array[], most: number): Uint8Array[] {
  let left = most;
  const parts = chunks.map((chunk) => {
    const part = chunk.subarray(0, left);
    left -= part.length;
    return part;
  });
  return [Buffer.concat(parts)];
}
