import { bearers, mayHoldBearers } from './bearers';
import type { DecodedText } from './decodedText';
import { decodeLevel, withoutBackslashes } from './decodeLevel';
import { mailForms } from './mailForms';
import { namedValues } from './namedValues';
import type { SecretIndex } from './secretIndex';
import type { SecretNames } from './secretNames';
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
  return secretsAtLevels(text, (level) => [...secretsOf(level, signs), ...secretsInMail(level, signs)]);
}

/** Where a text that is cut off ends within a known secret. */
export function cutOffSecret(text: string, { index }: SecretSigns): readonly Span[] {
  const tail = Math.max(0, text.length - longestTail);
  const spans = secretsAtLevels(text.slice(tail), (level) => {
    const span = index.findCutOff(level);
    return span === undefined ? [] : [span];
  });
  return spans.map(({ start, name }) => ({ start: tail + start, end: text.length, name }));
}

/** What `find` finds in the text, and in what is left of it when escapes are taken away level by level. */
function secretsAtLevels(text: string, find: (level: string) => readonly Span[]): readonly Span[] {
  const spans = [...find(text)];
  // Most texts hold none, and there are many of them in a body.
  if (!/[\\%&]/.test(text)) return spans;
  const levels: DecodedText[] = [];
  const add = (level: DecodedText | undefined): void => {
    if (level === undefined) return;
    levels.push(level);
    for (const span of find(level.text)) spans.push(backTo(span, levels));
  };
  for (
    let level = decodeLevel(text);
    level !== undefined && levels.length < mostLevels;
    level = decodeLevel(level.text)
  ) {
    add(level);
  }
  add(withoutBackslashes(levels.at(-1)?.text ?? text));
  return spans;
}

/** Known ones only: joined lines put beside a name what has nothing to do with it. */
function secretsInMail(text: string, { index }: SecretSigns): readonly Span[] {
  if (index.isEmpty || !/[=\n]/.test(text)) return [];
  return mailForms(text).flatMap((steps) =>
    steps.flatMap((step, at) => index.find(step.text).map((span) => backTo(span, steps.slice(0, at + 1)))),
  );
}

function secretsOf(text: string, { index, names }: SecretSigns): readonly Span[] {
  if (text.length < shortestNamed) return [];
  const known = index.find(text);
  const called = /[=:>]/.test(text) ? namedValues(text, names).map((span) => withoutSecretName(span, index)) : [];
  return [...known, ...called, ...(mayHoldBearers(text) ? bearers(text) : [])];
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
