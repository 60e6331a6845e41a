import { servedAddress } from '../../core/addresses/webAddress';
import type { EmulatedReply, EmulatedRequest } from '../../core/emulation';
import type { BodyPart, Headers } from '../../core/http';
import type { Route } from '../../core/routing/routes';
import { sentContent } from '../bodies/contentOf';
import { boundaryIn, parseMultipart } from '../bodies/multipart';
import { isMultipart } from '../limits';

/** What is told of a body, in bytes. */
export const mostOfBody = 64_000;
/** Kept behind it, so that a secret across that border is found whole. */
const margin = 16_000;

/** A request and its answer as they were, secrets and all: nobody is told without masks. */
export interface TakenContent {
  readonly request: Pick<EmulatedRequest, 'method' | 'path' | 'query' | 'headers'>;
  /** As it was asked for. */
  readonly address: string;
  readonly route: Route | undefined;
  /** Of a signer, whose key is the address. */
  readonly isPage: boolean;
  readonly sent: TakenBody;
  readonly reply: { readonly headers: Headers; readonly isCut: boolean };
  readonly answered: TakenBody;
  /** What it takes of the memory. */
  readonly bytes: number;
}

export interface TakenBody {
  readonly size: number;
  readonly beginning: Uint8Array;
  /** Of a multipart body, in place of its beginning. */
  readonly parts?: readonly BodyPart[];
}

export function takeContent(
  request: EmulatedRequest,
  reply: EmulatedReply,
  { route, isPage }: Pick<TakenContent, 'route' | 'isPage'>,
): TakenContent {
  const { method, path, query, headers, baseUrl, url = servedAddress(baseUrl, path) ?? path } = request;
  const sent = isPage ? sizeAlone(request.body) : takeRequestBody(request);
  const [replyHeaders, content] = takeReply(reply);
  const answered = isPage ? sizeAlone(content) : taken(content);
  return {
    request: { method, path, query, headers },
    address: url,
    route,
    isPage,
    sent,
    reply: { headers: replyHeaders, isCut: reply.isCut === true },
    answered,
    bytes: lengthOf(headers) + lengthOf(replyHeaders) + 2 * url.length + roomOf(sent) + roomOf(answered) + ownRoom,
  };
}

/** What an exchange costs beside its texts. */
const ownRoom = 1_000;

function roomOf({ beginning, parts = [] }: TakenBody): number {
  return parts.reduce(
    (sum, part) => sum + 2 * (part.name.length + (part.kind === 'text' ? part.value.length : part.fileName.length)),
    beginning.length,
  );
}

function lengthOf(headers: Headers): number {
  return Object.entries(headers).reduce((sum, [name, value]) => sum + 2 * (name.length + value.length), 0);
}

function takeReply({ headers = {}, body }: EmulatedReply): readonly [Headers, Uint8Array] {
  if (body === undefined) return [headers, nothing];
  const { content, type } = sentContent(body);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return [{ 'content-type': type, ...headers, 'content-length': String(bytes.length) }, bytes];
}

function takeRequestBody({ body, headers }: EmulatedRequest): TakenBody {
  const type = headers['content-type'] ?? '';
  const parts = isMultipart(type) ? partsOf(body, type) : undefined;
  return parts === undefined ? taken(body) : { size: body.length, beginning: nothing, parts };
}

/** Undefined for one that cannot be read. */
function partsOf(body: Uint8Array, type: string): readonly BodyPart[] | undefined {
  const parsed = parseMultipart(body, boundaryIn(type) ?? '');
  if (parsed.kind !== 'parsed' || parsed.parts.length === 0) return undefined;
  return parsed.parts.map(([name, value, file]): BodyPart => {
    if (file === undefined) return { kind: 'text', name, value };
    const { fileName, mediaType, content } = file;
    return { kind: 'file', name, fileName, mediaType, size: content.length, path: undefined };
  });
}

/** A copy: what it was cut from is not kept with it. */
function taken(body: Uint8Array): TakenBody {
  return { size: body.length, beginning: new Uint8Array(body.subarray(0, mostOfBody + margin)) };
}

function sizeAlone(body: Uint8Array): TakenBody {
  return { size: body.length, beginning: nothing };
}

const nothing = new Uint8Array();
