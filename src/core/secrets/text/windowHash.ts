import { foldCode } from './fold';
import { shortestSearched } from './searchable';

/** So many characters of a text are hashed at a time: as many as the shortest secret has. */
export const window = shortestSearched;

const base = 0x01000193;
/** The weight of the character that leaves the window. */
const oldest = Array.from({ length: window }).reduce<number>((weight) => Math.imul(weight, base), 1);

/** Of the window of a folded text that begins there. */
export function windowHash(folded: string, offset: number): number {
  let hash = 0;
  for (let index = offset; index < offset + window; index += 1)
    hash = (Math.imul(hash, base) + folded.charCodeAt(index)) | 0;
  return hash;
}

/** The hash of the window that ends there, from that of the one in front of it. The text is as it came. */
export function nextHash(hash: number, text: string, end: number): number {
  const next = (Math.imul(hash, base) + foldCode(text.charCodeAt(end))) | 0;
  const left = end - window;
  return left < 0 ? next : (next - Math.imul(foldCode(text.charCodeAt(left)), oldest)) | 0;
}
