import { rewriteJson, type ScalarPlace } from '../json/rewriteJson';
import { scalarMask } from './jsonSecrets';
import { isMask, nameIn } from './mask';
import type { Span } from './span';
import { cutOffSecret, type SecretSigns, textSecrets } from './textSecrets';

/** Where secrets stand in a text that is no JSON, but may hold some: broken, cut off, in a page, line by line. */
export function bodySecrets(text: string, signs: SecretSigns): readonly Span[] {
  return [...textSecrets(text, signs), ...secretsOfPieces(text, signs), ...cutOffSecret(text, signs)];
}

/** Each piece is read as far as it is JSON, and the next one is looked for behind it. */
function* secretsOfPieces(text: string, signs: SecretSigns): Generator<Span> {
  const start = /[{[]\s{0,32}["{[]/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const { index } = found;
    const piece = secretsOfPiece(text.slice(index), signs);
    for (const span of piece.spans) yield { ...span, start: index + span.start, end: index + span.end };
    start.lastIndex = index + Math.max(1, piece.end);
  }
}

function secretsOfPiece(text: string, signs: SecretSigns): { readonly spans: readonly Span[]; readonly end: number } {
  const spans: Span[] = [];
  const maskOf = scalarMask({ index: signs.index, names: signs.names });
  let hidesItems = false;
  const { end } = rewriteJson(text, (place) => {
    const masked = maskOf(place)?.slice(1, -1) ?? '';
    const isSecret = isMask(masked);
    hidesItems = isSecret && typeof place.key === 'number';
    if (isSecret) spans.push(spanOf(place, nameIn(masked)));
    return undefined;
  });
  // The text ends within an item of a list of secrets.
  const cut = hidesItems ? /^\s{0,64},\s{0,64}"/.exec(text.slice(end, end + 130)) : null;
  if (cut === null) return { spans, end };
  const start = end + cut[0].length;
  const quote = text.indexOf('"', start);
  return { spans: [...spans, { start, end: quote === -1 ? text.length : quote, name: 'secret' }], end };
}

/** Quotes stay, so that the rest can still be read. */
function spanOf({ start, spelling }: ScalarPlace, name: string): Span {
  const quote = spelling.startsWith('"') ? 1 : 0;
  return { start: start + quote, end: start + spelling.length - quote, name };
}
