import type { Status } from '../core/documents';

/** How the API's own words are shown; a word that nobody documents has no tone. */
export type Tones = Readonly<Record<string, Status['tone']>>;

export function toneIn(tones: Tones, text: string): Status['tone'] {
  return Object.hasOwn(tones, text) ? (tones[text] ?? 'none') : 'none';
}

export function statusIn(tones: Tones, text: string): Status {
  return { text, tone: toneIn(tones, text) };
}
