import { atOnce, type Steps } from '../../steps';
import type { SecretNames } from '../names/secretNames';
import type { SecretIndex } from '../search/secretIndex';
import { bearers, mayHoldBearers } from './bearers';
import { byteForms, mayHoldBytes } from './byteForms';
import type { DecodedText } from './decodedText';
import { decodeLevel, withoutBackslashes } from './decodeLevel';
import { mailForms } from './mailForms';
import { namedValues } from './namedValues';
import type { Span } from './span';
import { mostLevels } from './spellings';

/** What tells secrets from everything else. */
export interface SecretSigns {
  /** The known ones. */
  readonly index: SecretIndex;
  readonly names: SecretNames;
}

/** Where secrets stand in a text: known ones in any spelling, and unknown ones that are called so. */
export function textSecrets(text: string, signs: SecretSigns): readonly Span[] {
  // Most texts of a body are plain.
  return /[=:>\\%&\n]/.test(text) || mayHoldBearers(text) || mayHoldBytes(text)
    ? atOnce(textSecretsInSteps(text, signs))
    : signs.index.find(text);
}

/** The same of a text of any size. */
export function* textSecretsInSteps(text: string, signs: SecretSigns): Steps<readonly Span[]> {
  const levels = yield* levelsOf(text);
  const spans: Span[] = [];
  for (const { inner, way } of readings(text, levels)) {
    for (const span of yield* secretsOf(inner, signs)) spans.push(backTo(span, way));
    for (const span of yield* secretsInMail(inner, signs)) spans.push(backTo(span, way));
    for (const span of yield* secretsInBytes(inner, signs)) spans.push(backTo(span, way));
  }
  return spans;
}

/** Where a text that is cut off ends within a known secret. */
export function cutOffSecret(text: string, { index }: SecretSigns): readonly Span[] {
  const tail = Math.max(0, text.length - longestTail);
  const end = text.slice(tail);
  return readings(end, atOnce(levelsOf(end))).flatMap(({ inner, way }) => {
    const span = index.findCutOff(inner);
    return span === undefined ? [] : [{ ...span, start: tail + backTo(span, way).start, end: text.length }];
  });
}

/** What is left of a text when escapes are taken away level by level. */
function* levelsOf(text: string): Steps<readonly DecodedText[]> {
  const levels: DecodedText[] = [];
  for (let inner = text; levels.length < mostLevels && /[\\%&]/.test(inner); ) {
    const level = yield* decodeLevel(inner);
    if (level === undefined) break;
    levels.push(level);
    inner = level.text;
  }
  const last = yield* withoutBackslashes(levels.at(-1)?.text ?? text);
  return last === undefined ? levels : [...levels, last];
}

/** The text itself and each of its levels, with the way back. */
function readings(
  text: string,
  levels: readonly DecodedText[],
): readonly { inner: string; way: readonly DecodedText[] }[] {
  return [
    { inner: text, way: [] },
    ...levels.map((level, at) => ({ inner: level.text, way: levels.slice(0, at + 1) })),
  ];
}

/** Known ones only: joined lines put beside a name what has nothing to do with it. */
function* secretsInMail(text: string, { index }: SecretSigns): Steps<readonly Span[]> {
  const spans: Span[] = [];
  if (index.isEmpty || !/[=\n]/.test(text)) return spans;
  for (const forms of yield* mailForms(text)) {
    for (const [at, { text: form }] of forms.entries()) {
      const steps = forms.slice(0, at + 1);
      for (const span of yield* index.findInSteps(form)) spans.push(backTo(span, steps));
    }
  }
  return spans;
}

function* secretsInBytes(text: string, { index }: SecretSigns): Steps<readonly Span[]> {
  const spans: Span[] = [];
  if (index.isEmpty) return spans;
  for (const form of yield* byteForms(text)) {
    for (const span of yield* index.findInSteps(form.text)) spans.push(backTo(span, [form]));
  }
  return spans;
}

function* secretsOf(text: string, { index, names }: SecretSigns): Steps<readonly Span[]> {
  if (text.length < shortestNamed) return [];
  const known = yield* index.findInSteps(text);
  const called = /[=:>]/.test(text) ? yield* namedValues(text, names) : [];
  const bearing = mayHoldBearers(text) ? yield* bearers(text) : [];
  return [...known, ...called.map((span) => withoutSecretName(span, index)), ...bearing];
}

/** A mask must not say another secret. */
function withoutSecretName(span: Span, index: SecretIndex): Span {
  return index.find(span.name).length === 0 ? span : { ...span, name: 'secret' };
}

/** From the innermost text to the outermost. */
function backTo({ start, end, name }: Span, levels: readonly DecodedText[]): Span {
  const outwards = levels.toReversed();
  return {
    start: outwards.reduce((at, level) => level.startOf(at), start),
    end: outwards.reduce((at, level) => level.endOf(at), end),
    name,
  };
}

/** Of the longest beginning that is looked for, however it is escaped. */
const longestTail = 4096;
/** `pin=1` */
const shortestNamed = 5;
