import type { Shape } from '../shapes/shape';
import { nearest } from './nearest';

/** The value of an enumeration that a misspelled text was meant to be. */
export function nearestOption(shape: Shape | undefined, value: unknown): string | undefined {
  if (shape?.kind !== 'enum' || typeof value !== 'string') return undefined;
  const texts = shape.options.map((option) => option.value).filter((option) => typeof option === 'string');
  return texts.length > 1 ? nearest(value, texts) : undefined;
}
