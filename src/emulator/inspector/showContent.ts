import type { Headers } from '../../core/http';
import { defineOperation, type Operation } from '../../core/operation';
import { type ReplyBody, replyBody } from '../../core/replies/body/replyBody';
import { mask } from '../../core/secrets/mask';
import { Masker } from '../../core/secrets/masker';
import { maskRequest } from '../../core/secrets/maskRequest';
import type { Side } from '../../core/secrets/names/secretNames';
import { secretsOfReply, secretsOfRequest } from '../../core/secrets/secretValues';
import { sortSecrets } from '../../core/secrets/sortSecrets';
import type { Secret } from '../../core/sending/run';
import type { LoggedBody, LoggedContent } from '../../protocol/pages/loggedContent';
import { decodeBody } from '../bodies/decodeBody';
import { maskForm } from './maskForm';
import { hiddenParts, quietAddress } from './quietAddress';
import { mostOfBody, type TakenBody, type TakenContent } from './takeContent';

/** What of an exchange anybody may read; `known`: secrets wherever they stand. */
export function showContent(content: TakenContent, known: readonly Secret[]): Omit<LoggedContent, 'number'> {
  if (content.isPage) return showPage(content);
  const operations = content.route?.kind === 'served' ? content.route.operations : [];
  const all = sortSecrets([...known, ...operations.flatMap((operation) => ownSecrets(operation, content))]);
  return operations.length === 0
    ? showUnknown(content, all)
    : showCall(
        content,
        operations.map((operation) => ({ operation, masker: new Masker(all, operation) })),
      );
}

/** Headers that say nothing of a signer. */
const plainHeaders = new Set(['accept', 'accept-language', 'content-length', 'content-type', 'host', 'user-agent']);

function showPage({ request, sent, reply, answered }: TakenContent): Omit<LoggedContent, 'number'> {
  const plain = (headers: Headers) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => plainHeaders.has(name.toLowerCase())));
  return {
    address: quietAddress(request),
    request: { headers: plain(request.headers), body: withheld(sent) },
    reply: { headers: plain(reply.headers), body: withheld(answered) },
  };
}

interface Reading {
  readonly operation: Operation;
  readonly masker: Masker;
}

/** What each call that it may have been calls a secret is one. */
function showCall(content: TakenContent, readings: readonly Reading[]): Omit<LoggedContent, 'number'> {
  const { request, sent, reply, answered } = content;
  const headersOf = (headers: Headers) =>
    readings.reduce((shown, { masker }) => masker.headers(shown), withoutSender(headers));
  const address = readings.reduce((url, { operation, masker }) => {
    const { method } = request;
    return maskRequest({ method, url, headers: {}, body: undefined }, operation, masker).url;
  }, content.address);
  return {
    address,
    request: { headers: headersOf(request.headers), body: sentBody(request.headers, sent, readings) },
    reply: { headers: headersOf(reply.headers), body: plainBody(reply.headers, answered, 'reply', readings) },
  };
}

/** Of no operation: nobody has said which of its values are secrets. */
function showUnknown(content: TakenContent, known: readonly Secret[]): Omit<LoggedContent, 'number'> {
  const { request, sent, reply, answered, route } = content;
  const parts = hiddenParts(request.path).map((value) => ({ name: 'path', value }));
  const masker = new Masker(sortSecrets([...known, ...parts]), anyCall);
  const bodyOf = (headers: Headers, body: TakenBody, side: Side): LoggedBody => {
    if (body.size === 0) return { kind: 'empty', size: 0, text: '', leftOut: 0 };
    const read = readBody(headers, body);
    if (body.size > mostOfBody || body.parts !== undefined) return withheld(body);
    if (read.kind === 'json') return plainBody(headers, body, side, [{ operation: anyCall, masker }]);
    if (read.kind !== 'text' || !isForm(headers)) return withheld(body);
    return { kind: 'text', size: body.size, text: maskForm(read.text, masker), leftOut: 0 };
  };
  const template = route?.kind === 'absent' ? route.call.path : undefined;
  return {
    address: masker.text(quietAddress(request, template)),
    request: {
      headers: masker.headers(withoutSender(request.headers)),
      body: bodyOf(request.headers, sent, 'request'),
    },
    reply: { headers: masker.headers(reply.headers), body: bodyOf(reply.headers, answered, 'reply') },
  };
}

/** What a call is taken for that nobody describes. */
const anyCall = defineOperation({
  id: 'emulator/any-call',
  title: '',
  summary: '',
  method: 'POST',
  path: '/',
  docs: '',
  request: {},
  replies: {},
  examples: [],
});

function isForm(headers: Headers): boolean {
  return /^application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '');
}

/** The page that it came from may be that of a signer, whose address is a key. */
function withoutSender(headers: Headers): Headers {
  return headers['referer'] === undefined ? headers : { ...headers, referer: mask('referer') };
}

function ownSecrets(operation: Operation, { request, route, sent, reply, answered }: TakenContent): readonly Secret[] {
  const path = route?.kind === 'served' ? route.parameters : {};
  const body = decodeBody({ ...request, body: sent.beginning, baseUrl: '' });
  const parts = sent.parts?.flatMap((part) => (part.kind === 'text' ? [[part.name, part.value] as const] : []));
  const value =
    parts !== undefined
      ? Object.fromEntries(parts)
      : body.kind === 'fields'
        ? body.fields
        : body.kind === 'json'
          ? body.value
          : undefined;
  const values = { path, query: request.query, ...(value !== undefined && { body: value }) };
  const read = readBody(reply.headers, answered);
  return [
    ...secretsOfRequest(operation, values as never),
    ...(read.kind === 'json' ? secretsOfReply(operation, read.value) : []),
  ];
}

function readBody(headers: Headers, { size, beginning }: TakenBody): ReplyBody {
  const isWhole = size === beginning.length;
  return replyBody({ headers, bytes: beginning, ...(!isWhole && { whole: { kind: 'lost', why: 'notWanted', size } }) });
}

function sentBody(headers: Headers, sent: TakenBody, readings: readonly Reading[]): LoggedBody {
  const { parts, size } = sent;
  if (parts === undefined) return plainBody(headers, sent, 'request', readings);
  const whole = readings.reduce(
    (shown, { operation, masker }) => {
      const body = { text: '', parts: shown.parts };
      const masked = maskRequest({ method: '', url: '', headers, body }, operation, masker).body;
      return { text: masked?.text ?? '', parts: masked?.parts ?? [] };
    },
    { text: '', parts },
  );
  const text = whole.text.slice(0, mostOfBody);
  return { kind: 'text', size, text, leftOut: whole.text.length - text.length };
}

function plainBody(headers: Headers, taken: TakenBody, side: Side, readings: readonly Reading[]): LoggedBody {
  const { size } = taken;
  const read = readBody(headers, taken);
  if (read.kind === 'empty') return { kind: 'empty', size, text: '', leftOut: 0 };
  if (read.kind === 'binary') return { kind: 'binary', size, text: '', leftOut: size };
  const isCut = size > mostOfBody;
  const first = { side, ...(isCut ? { most: charactersShown(headers, taken) } : { indent: 2 }) };
  const text = readings.reduce(
    (shown, { masker }, index) => masker.body(shown, index === 0 ? first : { side }).text,
    read.text,
  );
  return { kind: 'text', size, text, leftOut: isCut ? size - mostOfBody : 0 };
}

/** As many as are in the bytes that are told. */
function charactersShown(headers: Headers, { beginning, size }: TakenBody): number {
  const read = readBody(headers, { beginning: beginning.subarray(0, mostOfBody), size });
  return 'text' in read ? read.text.length : 0;
}

function withheld({ size }: TakenBody): LoggedBody {
  return size === 0
    ? { kind: 'empty', size, text: '', leftOut: 0 }
    : { kind: 'withheld', size, text: '', leftOut: size };
}
