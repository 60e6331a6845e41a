import type { Pause } from '../json/readJson';
import { rewriteJson, rewriteJsonInSlices } from '../json/rewriteJson';
import { PieceReader, type SecretsOfPiece } from './pieceReader';
import type { Span } from './span';
import { cutOffSecret, type SecretSigns, textSecrets } from './textSecrets';

/** Where secrets stand in a text that is no JSON, but may hold some: broken, cut off, in a page, line by line. */
export function bodySecrets(text: string, signs: SecretSigns): readonly Span[] {
  const spans = [...textSecrets(text, signs), ...cutOffSecret(text, signs)];
  const pieces = piecesOf(text, spans);
  for (let step = pieces.next(); !step.done; ) {
    const reader = new PieceReader(step.value, signs);
    step = pieces.next(reader.finish(rewriteJson(step.value, reader.replace).end));
  }
  return spans;
}

export interface SliceOptions {
  /** In characters: nothing that stands around a secret and tells it is farther away. */
  readonly margin: number;
  readonly pause: Pause;
}

/** The same of a text of any size, with a pause after every slice of the work. */
export async function bodySecretsInSlices(
  text: string,
  signs: SecretSigns,
  { margin, pause }: SliceOptions,
): Promise<readonly Span[]> {
  const spans = [...cutOffSecret(text, signs)];
  for (let from = 0; from < text.length; ) {
    const found = secretsBetween(text, { from, to: from + slice, margin }, signs);
    for (const span of found) spans.push(span);
    // What a long one covers is passed over, but for the end, where another may begin that goes on behind it.
    from = found.reduce((last, { end }) => Math.max(last, end - margin), from + slice);
    await pause();
  }
  const pieces = piecesOf(text, spans);
  let paused = 0;
  for (let step = pieces.next(); !step.done; ) {
    const reader = new PieceReader(step.value, signs);
    const { end } = await rewriteJsonInSlices(step.value, reader.replace, { pause });
    const at = text.length - step.value.length;
    if (at - paused > slice) await pause();
    paused = at - paused > slice ? at : paused;
    step = pieces.next(reader.finish(end));
  }
  return spans;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly margin: number;
}

/** Those that begin there, whole: the text around is read as well, and more of it for as long as one goes on. */
function secretsBetween(text: string, { from, to, margin }: Range, signs: SecretSigns): readonly Span[] {
  const start = Math.max(0, from - margin);
  const end = Math.min(text.length, to + margin);
  const found = textSecrets(text.slice(start, end), signs)
    .map((span) => ({ ...span, start: start + span.start, end: start + span.end }))
    .filter((span) => span.start >= from && span.start < to);
  const isWhole = end === text.length || found.every((span) => span.end < end);
  return isWhole ? found : secretsBetween(text, { from, to, margin: margin * 2 }, signs);
}

/** Whatever may be JSON, from there on. Each piece is read as far as it is, and the next one is looked for behind it. */
function* piecesOf(text: string, spans: Span[]): Generator<string, void, SecretsOfPiece> {
  const beginning = /[{[]\s{0,32}["{[]/g;
  for (let found = beginning.exec(text); found !== null; found = beginning.exec(text)) {
    const { index } = found;
    const piece = yield text.slice(index);
    for (const span of piece.spans) spans.push({ ...span, start: index + span.start, end: index + span.end });
    beginning.lastIndex = index + Math.max(1, piece.end);
  }
}

/** In characters. */
const slice = 64 * 1024;
