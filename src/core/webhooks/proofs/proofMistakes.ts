import { t } from '@vscode/l10n';
import { fromBase64, toBase64 } from '../../attachments/base64';
import type { DigestEncoding } from '../webhooks';
import { toHex } from './proofHeaders';

/* What goes wrong when proofs are made or checked, each as something that can be tried. */

export interface MistakeVariant<Value> {
  /** What was done, to follow "It holds when". Empty for what is right. */
  readonly words: string;
  readonly value: Value;
}

/** The body as others make it. */
export function bodyVariants(body: Uint8Array): readonly MistakeVariant<Uint8Array>[] {
  const text = new TextDecoder().decode(body);
  const bare = text.replace(/(\r\n|\n|\r)$/, '');
  const texts: readonly (readonly [string, string | undefined])[] = [
    [t('a line end follows the body'), `${text}\n`],
    [t('the body ends in CR and LF'), `${bare}\r\n`],
    [t('the line end at the end of the body is left out'), bare],
    [t('a byte order mark stands before the body'), `\ufeff${text}`],
    ...printed(text),
  ];
  return distinct(
    texts.flatMap(([words, value]) => (value === undefined || value === text ? [] : [{ words, value }])),
  ).map(({ words, value }) => ({ words, value: new TextEncoder().encode(value) }));
}

/** As programs print what they have read, instead of keeping the bytes. */
function printed(text: string): readonly (readonly [string, string])[] {
  const value = parsed(text);
  if (value === undefined) return [];
  const compact = JSON.stringify(value);
  return [
    [t('the body is parsed and printed again without blanks'), compact],
    [t('the body is parsed and printed again with slashes escaped, as PHP does'), compact.replaceAll('/', '\\/')],
    [t('the body is parsed and printed again with a blank after commas and colons, as Python does'), spaced(text)],
    [t('the body is parsed and printed again with two blanks of indent'), JSON.stringify(value, undefined, 2)],
    [t('the body is parsed and printed again with four blanks of indent'), JSON.stringify(value, undefined, 4)],
  ];
}

/** Outside of strings. */
function spaced(text: string): string {
  const compact = JSON.stringify(parsed(text));
  return compact.replace(/"(?:[^"\\]|\\.)*"|[:,]/g, (token) => (token.length === 1 ? `${token} ` : token));
}

/** The reader of every framework, with what it loses. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON: nobody prints it again.
    return undefined;
  }
}

/** The secret as others take it. */
export function keyVariants(secret: string, others: readonly string[]): readonly MistakeVariant<Uint8Array>[] {
  const encoder = new TextEncoder();
  const hex = /^([\da-f]{2})+$/i.test(secret) ? secret.match(/../g) : null;
  const base64 = fromBase64(secret);
  return [
    ...(secret.trim() === secret
      ? []
      : [{ words: t('the blanks around the secret are left out'), value: encoder.encode(secret.trim()) }]),
    { words: t('a line end follows the secret'), value: encoder.encode(`${secret}\n`) },
    ...(hex === null
      ? []
      : [
          {
            words: t('the secret is decoded from hex'),
            value: Uint8Array.from(hex, (pair) => Number.parseInt(pair, 16)),
          },
        ]),
    ...(base64 === undefined || base64.length === 0
      ? []
      : [{ words: t('the secret is decoded from base64'), value: base64 }]),
    ...others
      .filter((other) => other !== secret)
      .map((other) => ({ words: t('another known secret is taken'), value: encoder.encode(other) })),
  ];
}

/** The digest as others write it. */
export function digestSpellings(digest: Uint8Array, right: DigestEncoding): readonly MistakeVariant<string>[] {
  const hex = toHex(digest);
  const base64 = toBase64(digest);
  return [
    { words: right === 'hex' ? '' : t('the digest is written in hex'), value: hex },
    { words: t('the digest is written in hex with capitals'), value: hex.toUpperCase() },
    { words: right === 'base64' ? '' : t('the digest is written in base64'), value: base64 },
    { words: t('the digest is written in base64 without padding'), value: base64.replace(/=+$/, '') },
    { words: t('the digest is written in base64 for URLs'), value: urlSafe(base64) },
    {
      words: t('the digest is written in base64 for URLs with padding'),
      value: base64.replaceAll('+', '-').replaceAll('/', '_'),
    },
    { words: t('the digest is written as base64 of its hex digits'), value: toBase64(new TextEncoder().encode(hex)) },
  ];
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** What programs put before a digest or a key. */
export const knownPrefixes = ['', 'sha256=', 'SHA256=', 'hmac-sha256=', 'v1=', 'Basic ', 'basic ', 'Bearer '];

function distinct(variants: readonly MistakeVariant<string>[]): readonly MistakeVariant<string>[] {
  return variants.filter(({ value }, index) => variants.findIndex((one) => one.value === value) === index);
}
