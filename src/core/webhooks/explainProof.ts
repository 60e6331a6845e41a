import { toBase64 } from '../attachments/base64';
import { hmacSha256 } from '../hashing/hmac';
import type { Headers } from '../http';
import { proofValue } from './proofHeaders';
import { bodyVariants, digestSpellings, keyVariants, knownPrefixes } from './proofMistakes';
import type { WebhookProof } from './webhooks';

/** Whether a delivery comes from whom it says, and why. */
export interface ProofFinding {
  readonly verdict: ProofVerdict;
  /** In a sentence or two, with no secret in it. */
  readonly text: string;
  /** The header that should prove it. */
  readonly header?: string;
  readonly received?: string;
  readonly computed?: string;
  /** How many bytes it was computed over. */
  readonly bytes?: number;
  /** Where the bytes differ from those that were sent, if these are known. */
  readonly firstDifference?: number;
  /** The mistakes that explain what was received: empty where none of those that were tried does. */
  readonly mistakes?: readonly string[];
  /** How many were tried. */
  readonly tried?: number;
}

export type ProofVerdict = 'holds' | 'fails' | 'missing' | 'noSecret' | 'noProof';

export interface ProofQuestion {
  readonly proof: WebhookProof;
  readonly headers: Headers;
  /** As they arrived. */
  readonly body: Uint8Array;
  readonly secret: string | undefined;
  /** Of other subscriptions. */
  readonly otherSecrets?: readonly string[];
  /** As they left, where that is known. */
  readonly sent?: Uint8Array;
}

type Provable = Exclude<WebhookProof, { kind: 'none' }>;

/** One explanation for the command line and the editor. */
export function explainProof(question: ProofQuestion): ProofFinding {
  const { proof, headers, body, secret } = question;
  if (proof.kind === 'none') return { verdict: 'noProof', text: proof.says };
  const { header } = proof;
  const received = headers[header];
  if (!secret) {
    const text =
      received === undefined
        ? `Nothing proves where it comes from: the header ${header} is not there, and no secret was given to check it with.`
        : `It cannot be checked: no secret was given. The header ${header} is there.`;
    return { verdict: 'noSecret', text, header, ...told(proof, { received }) };
  }
  const computed = proofValue(proof, secret, body);
  const found = { header, bytes: body.length, ...told(proof, { received, computed }) };
  if (received === undefined) return { ...found, ...missing(question, proof, computed) };
  if (isSame(received, computed)) {
    const over = proof.kind === 'hmac' ? ` over the ${body.length} bytes of the body` : '; it says nothing of the body';
    return { ...found, verdict: 'holds', text: `The header ${header} holds${over}.` };
  }
  return { ...found, ...failure({ ...question, secret }, proof, received) };
}

/** A digest is for everybody; a key that is sent as it is is the secret itself. */
function told(
  { kind }: Provable,
  { received, computed }: { readonly received: string | undefined; readonly computed?: string },
): Pick<ProofFinding, 'received' | 'computed'> {
  if (kind === 'sharedKey') return {};
  return { ...(received !== undefined && { received }), ...(computed !== undefined && { computed }) };
}

function missing(
  { headers }: ProofQuestion,
  { header }: Provable,
  computed: string,
): Pick<ProofFinding, 'verdict' | 'text'> {
  const other = Object.entries(headers).find(([, value]) => isSame(value, computed))?.[0];
  const text =
    other === undefined
      ? `The header ${header} is not there, though a secret is set: what proves nothing must not be believed.`
      : `The header ${header} is not there; ${other} holds what it should.`;
  return { verdict: 'missing', text };
}

/** Larger bodies are not hashed dozens of times. */
const mostTriedBytes = 256 * 1024;

function failure(
  question: ProofQuestion & { readonly secret: string },
  proof: Provable,
  received: string,
): Omit<ProofFinding, 'header' | 'received' | 'computed' | 'bytes'> {
  const { body, sent } = question;
  const firstDifference = sent === undefined ? undefined : differenceOf(body, sent);
  const changed =
    firstDifference === undefined
      ? ''
      : ` The body was changed on its way: byte ${firstDifference} is the first that differs.`;
  const attempts = body.length > mostTriedBytes ? [] : attemptsOf(question, proof);
  const mistakes = attempts.find(({ value }) => isSame(value, received))?.words;
  const text =
    mistakes !== undefined
      ? `It holds only when ${mistakes.join(' and ')}.${changed}`
      : `It does not hold.${changed || (proof.kind === 'hmac' ? otherBody : otherKey)}${attempts.length === 0 ? ' The body is too large to try usual mistakes.' : ''}`;
  return {
    verdict: 'fails',
    text,
    mistakes: mistakes ?? [],
    tried: attempts.length,
    ...(firstDifference !== undefined && { firstDifference }),
  };
}

const otherBody =
  ' None of the usual mistakes explains it: either the secret is another one, or at least one byte of the body is not what was signed.';
const otherKey = ' None of the usual mistakes explains it: the key is another one.';

interface Attempt {
  readonly words: readonly string[];
  readonly value: string;
}

/** With one mistake first, then with those of several kinds. */
function attemptsOf(question: ProofQuestion & { readonly secret: string }, proof: Provable): readonly Attempt[] {
  const attempts = proof.kind === 'hmac' ? digestAttempts(question) : keyAttempts(question.secret);
  const prefixed = attempts.flatMap(({ words, value }) =>
    knownPrefixes.map((prefix) => ({
      words: prefix === proof.prefix ? words : [...words, prefixWords(prefix, proof.prefix)],
      value: `${prefix}${value}`,
    })),
  );
  const own = proof.kind === 'hmac' ? spellingWords[proof.encoding] : '';
  return prefixed
    .map(({ words, value }) => ({ words: words.filter((one) => one !== own && one !== ''), value }))
    .filter(({ words }) => words.length > 0)
    .toSorted((one, other) => one.words.length - other.words.length);
}

const spellingWords = { hex: 'the digest is written in hex', base64: 'the digest is written in base64' } as const;

function digestAttempts({
  body,
  secret,
  otherSecrets = [],
}: ProofQuestion & { readonly secret: string }): readonly Attempt[] {
  const keys = [{ words: '', value: new TextEncoder().encode(secret) }, ...keyVariants(secret, otherSecrets)];
  const bodies = [{ words: '', value: body }, ...bodyVariants(body)];
  return keys.flatMap((key) =>
    bodies.flatMap((one) =>
      digestSpellings(hmacSha256(key.value, one.value)).map(({ words, value }) => ({
        words: [one.words, key.words, words],
        value,
      })),
    ),
  );
}

function keyAttempts(secret: string): readonly Attempt[] {
  return [
    { words: [''], value: secret },
    { words: ['the key is written in base64'], value: toBase64(new TextEncoder().encode(secret)) },
    { words: ['the blanks around the key are left out'], value: secret.trim() },
  ];
}

function prefixWords(prefix: string, right: string): string {
  if (prefix === '') return `"${right.trim()}" is left out`;
  return right === ''
    ? `"${prefix.trim()}" stands before it`
    : `"${prefix.trim()}" stands instead of "${right.trim()}"`;
}

/** The first byte in which they differ; undefined where they are the same. */
function differenceOf(one: Uint8Array, other: Uint8Array): number | undefined {
  const length = Math.max(one.length, other.length);
  for (let at = 0; at < length; at += 1) if (one[at] !== other[at]) return at;
  return undefined;
}

/** However many characters agree, it takes as long. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1)
    difference |= one.charCodeAt(at) ^ other.charCodeAt(at % (other.length || 1));
  return difference === 0;
}
