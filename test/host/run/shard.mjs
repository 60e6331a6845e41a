/**
 * One of several machines that have a part of the suites each, counted from 1.
 * @typedef {object} Shard
 * @property {number} number
 * @property {number} of
 */

/** @param {string} text As in `2/4`. @returns {Shard | undefined} Nothing for what is no part. */
export function readShard(text) {
  const [, number, of] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  return shard.number <= shard.of ? shard : undefined;
}
