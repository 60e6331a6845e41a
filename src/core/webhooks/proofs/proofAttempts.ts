import { t } from '@vscode/l10n';
import { toBase64 } from '../../attachments/base64';
import { type Hmac, hmacSha256 } from '../../hashing/hmac';
import type { DigestEncoding, WebhookProof } from '../webhooks';
import { bodyVariants, digestSpellings, keyVariants, knownPrefixes } from './proofMistakes';

export type Provable = Exclude<WebhookProof, { kind: 'none' }>;

export interface AttemptQuestion {
  readonly body: Uint8Array;
  readonly secret: string;
  /** Of other subscriptions. */
  readonly otherSecrets?: readonly string[];
  readonly hmac?: Hmac;
}

/** A proof as it would be with mistakes. */
export interface ProofAttempt {
  readonly words: readonly string[];
  readonly value: string;
}

export interface ProofAttempts {
  readonly attempts: readonly ProofAttempt[];
  /** Nothing was left out for the size of the body. */
  readonly isWhole: boolean;
}

/* Whoever forges events must not choose how long each takes: what is larger is printed and hashed less often. */
const most = { printed: 256 * 1024, keyed: 2 * 1024 * 1024, combined: 32 * 1024 } as const;

/** With one mistake first, then with those of several kinds. */
export function proofAttempts(question: AttemptQuestion, proof: Provable): ProofAttempts {
  const attempts = proof.kind === 'hmac' ? digestAttempts(question, proof.encoding) : keyAttempts(question.secret);
  const prefixed = attempts.flatMap(({ words, value }) =>
    knownPrefixes.map((prefix) => ({
      words: prefix === proof.prefix ? words : [...words, prefixWords(prefix, proof.prefix)],
      value: `${prefix}${value}`,
    })),
  );
  return {
    attempts: prefixed
      .map(({ words, value }) => ({ words: words.filter((one) => one !== ''), value }))
      .filter(({ words }) => words.length > 0)
      .toSorted((one, other) => one.words.length - other.words.length),
    isWhole: proof.kind === 'sharedKey' || question.body.length <= most.printed,
  };
}

function digestAttempts(
  { body, secret, otherSecrets = [], hmac = hmacSha256 }: AttemptQuestion,
  encoding: DigestEncoding,
): readonly ProofAttempt[] {
  const size = body.length;
  const right = { words: '', value: new TextEncoder().encode(secret) };
  const keys = [right, ...(size > most.keyed ? [] : keyVariants(secret, otherSecrets))];
  const bodies = [{ words: '', value: body }, ...(size > most.printed ? [] : bodyVariants(body))];
  return keys.flatMap((key) =>
    (key.words === '' || size <= most.combined ? bodies : bodies.slice(0, 1)).flatMap((one) =>
      digestSpellings(hmac(key.value, one.value), encoding).map(({ words, value }) => ({
        words: [one.words, key.words, words],
        value,
      })),
    ),
  );
}

function keyAttempts(secret: string): readonly ProofAttempt[] {
  return [
    { words: [''], value: secret },
    { words: [t('the key is written in base64')], value: toBase64(new TextEncoder().encode(secret)) },
    { words: [t('the blanks around the key are left out')], value: secret.trim() },
  ];
}

function prefixWords(prefix: string, right: string): string {
  if (prefix === '') return t('"{0}" is left out', right.trim());
  return right === ''
    ? t('"{0}" stands before it', prefix.trim())
    : t('"{0}" stands instead of "{1}"', prefix.trim(), right.trim());
}
