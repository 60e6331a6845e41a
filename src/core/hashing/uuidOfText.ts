import { sha256 } from './sha256';

/** The same UUID for the same text. */
export function uuidOfText(text: string): string {
  const digits = sha256(new TextEncoder().encode(text));
  const [first, second, third, fourth, fifth] = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(13, 16),
    digits.slice(17, 20),
    digits.slice(20, 32),
  ];
  return `${first}-${second}-8${third}-8${fourth}-${fifth}`;
}
