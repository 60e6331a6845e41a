import { t } from '@vscode/l10n';
import { fromBase64, toBase64 } from '../../attachments/base64';
import { bytesOfHex, type Hmac, hmacSha256 } from '../../hashing/hmac';
import type { WebhookProof } from '../webhooks';
import { bodyVariants, digestSpellings, keyVariants, knownPrefixes, type MistakeVariant } from './proofMistakes';

export type Provable = Exclude<WebhookProof, { kind: 'none' }>;

export interface AttemptQuestion {
  readonly body: Uint8Array;
  readonly secret: string;
  /** Of other subscriptions. */
  readonly otherSecrets?: readonly string[];
  readonly hmac?: Hmac;
}

export interface ProofAttempts {
  /** The fewest that explain what was received; undefined where none do. */
  readonly mistakes: readonly string[] | undefined;
  readonly tried: number;
  /** Nothing was left out for the size of the body. */
  readonly isWhole: boolean;
}

/* Whoever forges events must not choose how long each takes: what is larger is printed and hashed less often. */
const most = { printed: 256 * 1024, keyed: 2 * 1024 * 1024, combined: 32 * 1024 } as const;

/** Whether a proof that does not hold would with usual mistakes, of one kind or of several. */
export function proofAttempts(question: AttemptQuestion, proof: Provable, received: string): ProofAttempts {
  const prefixes = [...new Set([proof.prefix, ...knownPrefixes])];
  const rests = prefixes.flatMap((prefix) =>
    received.startsWith(prefix)
      ? [{ words: prefixWords(prefix, proof.prefix), value: received.slice(prefix.length) }]
      : [],
  );
  const { hits, count } = proof.kind === 'hmac' ? digestHits(question, proof, rests) : keyHits(question.secret, rests);
  const [mistakes] = hits
    .map((words) => words.filter((one) => one !== ''))
    .filter((words) => words.length > 0)
    .toSorted((one, other) => one.length - other.length);
  const isWhole = proof.kind === 'sharedKey' || question.body.length <= most.printed;
  // All but what is right.
  return { mistakes, tried: count * prefixes.length - 1, isWhole };
}

interface Hits {
  readonly hits: readonly (readonly string[])[];
  /** Without prefixes. */
  readonly count: number;
}

function digestHits(
  { body, secret, otherSecrets = [], hmac = hmacSha256 }: AttemptQuestion,
  { encoding }: Provable & { readonly kind: 'hmac' },
  rests: readonly MistakeVariant<string>[],
): Hits {
  const size = body.length;
  const right = { words: '', value: new TextEncoder().encode(secret) };
  const keys = [right, ...(size > most.keyed ? [] : keyVariants(secret, otherSecrets))];
  const bodies = [{ words: '', value: body }, ...(size > most.printed ? [] : bodyVariants(body))];
  const pairs = keys.flatMap((key) =>
    (key === right || size <= most.combined ? bodies : bodies.slice(0, 1)).map((one) => ({ key, one })),
  );
  const received = rests.map((rest) => ({ rest, digests: digestsIn(rest.value) }));
  const hits = pairs.flatMap(({ key, one }) => {
    const digest = hmac(key.value, one.value);
    const same = received.filter(({ digests }) => digests.some((candidate) => isSameDigest(candidate, digest)));
    if (same.length === 0) return [];
    return digestSpellings(digest, encoding).flatMap(({ words, value }) =>
      same.filter(({ rest }) => rest.value === value).map(({ rest }) => [one.words, key.words, words, rest.words]),
    );
  });
  return { hits, count: pairs.length * digestSpellings(new Uint8Array(), encoding).length };
}

/** What a text may be as a digest: spelling each attempt costs more than computing it. */
function digestsIn(text: string): readonly Uint8Array[] {
  const base64 = fromBase64(text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  const texts = [text, base64 === undefined ? '' : new TextDecoder().decode(base64)];
  const hex = texts.filter((one) => /^[\da-f]{64}$/i.test(one)).map(bytesOfHex);
  return base64 === undefined ? hex : [base64, ...hex];
}

/** However many bytes agree, it takes as long. */
function isSameDigest(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.reduce((sum, byte, at) => sum | (byte ^ (other[at] ?? 0)), 0) === 0;
}

function keyHits(secret: string, rests: readonly MistakeVariant<string>[]): Hits {
  const keys: readonly MistakeVariant<string>[] = [
    { words: '', value: secret },
    { words: t('the key is written in base64'), value: toBase64(new TextEncoder().encode(secret)) },
    { words: t('the blanks around the key are left out'), value: secret.trim() },
  ];
  const hits = keys.flatMap(({ words, value }) =>
    rests.filter((rest) => rest.value === value).map((rest) => [words, rest.words]),
  );
  return { hits, count: keys.length };
}

function prefixWords(prefix: string, right: string): string {
  if (prefix === right) return '';
  if (prefix === '') return t('"{0}" is left out', right.trim());
  return right === ''
    ? t('"{0}" stands before it', prefix.trim())
    : t('"{0}" stands instead of "{1}"', prefix.trim(), right.trim());
}
