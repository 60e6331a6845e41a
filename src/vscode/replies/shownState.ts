import { inflateSync } from 'node:zlib';
import { replyState } from '../../core/replies/replyState';
import type { ReplyState } from '../../protocol/reply';
import type { ShownRun } from './shownRun';

export function shownState({ run, provider, stored }: ShownRun): ReplyState {
  return replyState(run, provider, stored, inflate);
}

/** In bytes: what a PDF packs its objects in is small. */
const mostInflated = 8 * 1024 * 1024;

function inflate(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: mostInflated });
  } catch {
    // Damaged, packed in another way, or far too large.
    return undefined;
  }
}
