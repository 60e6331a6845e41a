import { randomUUID } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import type { Reply } from '../../core/http';
import type { BodyKeeper, KeptBody } from '../../core/replies/body/wholeBody';
import { keptBody, removeBody } from '../../node/http/replyFiles';

/** Takes the body of a reply as it comes, secrets included, into a file that only its owner may read. */
export class OutFile implements BodyKeeper {
  /** Whoever names the file wants all of it. */
  readonly mostKept = Number.POSITIVE_INFINITY;
  readonly #place: string;

  constructor(cwd: string, file: string) {
    this.#place = path.resolve(cwd, file);
  }

  /** What stands there: a folder, a device, a pipe or a link cannot be replaced by a file. */
  get occupant(): 'nothing' | 'file' | 'noFile' {
    // Not what a link leads to: that of standard output may lead to a file.
    const stats = lstatSync(this.#place, { throwIfNoEntry: false });
    if (stats === undefined) return 'nothing';
    return stats.isFile() ? 'file' : 'noFile';
  }

  /** What stands there goes once the body is whole: until then it is written beside it. */
  async open(): Promise<KeptBody> {
    const place = this.#place;
    const file = await keptBody(path.join(path.dirname(place), `.${randomUUID()}.part`));
    return {
      place,
      append: (bytes) => file.append(bytes),
      close: async () => {
        await file.close();
        await rename(file.place, place);
      },
      discard: () => file.discard(),
    };
  }

  readonly remove = removeBody;

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
