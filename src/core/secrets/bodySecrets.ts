import { rewriteJsonInSteps } from '../json/rewriting/rewriteJson';
import type { Steps } from '../steps';
import { PieceReader } from './pieceReader';
import { sliceOfText } from './text/matchesOf';
import type { Span } from './text/span';
import { cutOffSecret, type SecretSigns, textSecretsInSteps } from './text/textSecrets';

/** Where secrets stand in a text that is no JSON, but may hold some: broken, cut off, in a page, line by line. */
export function* bodySecrets(text: string, signs: SecretSigns): Steps<readonly Span[]> {
  const called = yield* textSecretsInSteps(text, signs);
  return [...called, ...cutOffSecret(text, signs), ...(yield* secretsInPieces(text, signs))];
}

/** Of whatever may be JSON. Each piece is read as far as it is, and the next one is looked for behind it. */
function* secretsInPieces(text: string, signs: SecretSigns): Steps<readonly Span[]> {
  const spans: Span[] = [];
  const beginning = /[{[]\s{0,32}["{[]/g;
  let paused = 0;
  for (let found = beginning.exec(text); found !== null; found = beginning.exec(text)) {
    const { index } = found;
    const reader = new PieceReader(text.slice(index), signs);
    const piece = reader.finish((yield* rewriteJsonInSteps(text.slice(index), reader.replace)).end);
    for (const span of piece.spans) spans.push({ ...span, start: index + span.start, end: index + span.end });
    beginning.lastIndex = index + Math.max(1, piece.end);
    if (index - paused < sliceOfText) continue;
    yield;
    paused = index;
  }
  return spans;
}
