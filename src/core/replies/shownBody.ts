import type { BodyPreview, LargeBody, ReplyState } from '../../protocol/reply';
import { type Reply, sizeOf } from '../http';
import type { Masker } from '../secrets/masker';
import { bodyContent, contentName } from './body/bodyContent';
import { bodyPreview } from './body/bodyPreview';
import type { Inflate } from './body/pdf/pdfObjects';
import { whereTheRestIs } from './body/wholeWords';

/** What the history kept of a body that was longer. */
export interface StoredBody {
  /** Bytes of the whole body. */
  readonly size: number;
  readonly truncated: boolean;
}

type ShownBody = Pick<
  Extract<ReplyState, { kind: 'replied' }>,
  'body' | 'content' | 'large' | 'size' | 'wireSize' | 'timing'
>;

/** In bytes: editors keep more than this from their extensions, and grow slow. */
export const mostOpened = 50 * 1000 * 1000;

/** All that a panel shows of a body. `stored` says that it comes from the history. */
export function shownBody(reply: Reply, masker: Masker, stored: StoredBody | undefined, inflate: Inflate): ShownBody {
  const size = stored?.size ?? sizeOf(reply);
  const content = stored === undefined ? contentOf(reply, masker, inflate) : storedContent(reply, stored);
  const large = largeBody(reply);
  const { wireSize, timing } = reply;
  return {
    size,
    body: previewOf(reply, masker, stored),
    ...(content && { content }),
    ...(large && { large }),
    ...(wireSize !== undefined && wireSize !== size && reply.whole?.kind !== 'lost' && { wireSize }),
    ...(timing && { timing }),
  };
}

function previewOf(reply: Reply, masker: Masker, stored: StoredBody | undefined): BodyPreview {
  const preview = bodyPreview(reply, masker);
  const isBeginning = stored?.truncated === true || reply.whole !== undefined;
  return isBeginning && preview.language !== 'none' ? { ...preview, truncated: true } : preview;
}

function contentOf(reply: Reply, masker: Masker, inflate: Inflate): ShownBody['content'] {
  return bodyContent(reply, { inflate, shownText: (text) => masker.body(text, { side: 'reply' }).text });
}

/** Of bytes that are no text the history keeps nothing but how many they were. */
function storedContent(reply: Reply, { size }: StoredBody): ShownBody['content'] {
  return reply.bytes.length === 0 && size > 0 ? { kind: 'notKept', name: contentName(reply) } : undefined;
}

function largeBody({ whole }: Reply): LargeBody | undefined {
  if (whole === undefined) return undefined;
  const isKept = whole.kind === 'kept';
  return { text: whereTheRestIs(whole), isKept, canBeOpened: isKept && whole.size <= mostOpened };
}
