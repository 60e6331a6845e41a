import { isWebAddress } from '../../addresses/webAddress';
import { namesId, shapeOfId } from '../../idShapes';
import { mailAddresses } from '../../sending/asking/allowList';
import type { PlacedScalar, Scalar } from './placedScalars';

/** Whether a value looks like one that a server made up to name something. */
export function looksLikeId(value: Scalar): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 10_000;
  if (shapeOfId(value) !== undefined) return true;
  if (isTime(value) || isWebAddress(value) || mailAddresses(value).length > 0) return false;
  return /^[\w=+/.:~-]{8,200}$/.test(value) && /\d/.test(value) && !/^[\d.:+-]{1,9}$/.test(value);
}

/** Short ones, such as 7, name something only where both places say so. */
export function isIdByName(asked: Pick<PlacedScalar, 'name'>, replied: Pick<PlacedScalar, 'name'>): boolean {
  return namesId(asked.name) && namesId(replied.name);
}

function isTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:[T ]|$)/.test(text) || /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/.test(text);
}
