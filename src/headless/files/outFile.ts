import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Reply } from '../../core/http';
import type { BodyKeeper, KeptBody } from '../../core/replies/body/wholeBody';
import { keptBody } from '../../node/http/replyFiles';

/** Takes the body of a reply as it comes, secrets included, into a file that only its owner may read. */
export class OutFile implements BodyKeeper {
  /** Whoever names the file wants all of it. */
  readonly mostKept = Number.POSITIVE_INFINITY;
  readonly #place: string;

  constructor(cwd: string, file: string) {
    this.#place = path.resolve(cwd, file);
  }

  get exists(): boolean {
    return existsSync(this.#place);
  }

  /** What stood there goes. */
  async open(): Promise<KeptBody> {
    await rm(this.#place, { force: true });
    return keptBody(this.#place);
  }

  async remove(place: string): Promise<void> {
    await rm(place, { force: true });
  }

  /** A large body was written as it came. */
  async write({ bytes, whole }: Reply): Promise<boolean> {
    if (whole !== undefined) return whole.kind === 'kept';
    let file: KeptBody | undefined;
    try {
      file = await this.open();
      await file.append(bytes);
      await file.close();
      return true;
    } catch {
      // Whatever the disk says: half a body is none.
      await file?.discard();
      return false;
    }
  }
}
