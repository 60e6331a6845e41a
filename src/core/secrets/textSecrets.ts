import { bearers } from './bearers';
import { type DecodedText, decodeLevel } from './decodeLevel';
import { namedValues } from './namedValues';
import { mostLevels, type SecretIndex } from './secretIndex';
import type { SecretNames } from './secretNames';
import type { Span } from './span';

/** What tells secrets from everything else. */
export interface SecretSigns {
  /** The known ones. */
  readonly index: SecretIndex;
  readonly names: SecretNames;
}

/** Where secrets stand in a text: known ones in any spelling, and unknown ones that are called so. */
export function textSecrets(text: string, signs: SecretSigns): readonly Span[] {
  const spans = [...secretsOf(text, signs)];
  const levels: DecodedText[] = [];
  for (let level = decodeLevel(text); level !== undefined; level = decodeLevel(level.text)) {
    levels.push(level);
    for (const span of secretsOf(level.text, signs)) spans.push(backTo(span, levels));
    if (levels.length === mostLevels) break;
  }
  return spans;
}

function secretsOf(text: string, { index, names }: SecretSigns): readonly Span[] {
  if (text.length < shortestNamed) return [];
  return [...index.find(text), ...namedValues(text, names), ...bearers(text)];
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

/** `pin=1` */
const shortestNamed = 5;
