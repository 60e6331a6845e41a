import type { Secret } from '../../sending/run';
import { SecretIndex } from './secretIndex';

interface Kept {
  readonly secrets: readonly Secret[];
  readonly index: SecretIndex;
}

/** Those that were asked for last, the last one first. */
const kept: Kept[] = [];
const mostKept = 8;

/** The index of these secrets. Calls of a run mostly carry those of the call before, and share its index. */
export function indexOf(secrets: readonly Secret[]): SecretIndex {
  const at = kept.findIndex((one) => isSame(one.secrets, secrets));
  const [found = { secrets: [...secrets], index: new SecretIndex(secrets) }] = at < 0 ? [] : kept.splice(at, 1);
  kept.unshift(found);
  kept.length = Math.min(kept.length, mostKept);
  return found.index;
}

function isSame(one: readonly Secret[], other: readonly Secret[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ name, value }, at) => other[at]?.value === value && other[at].name === name)
  );
}
