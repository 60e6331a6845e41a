// What exported scripts use of k6 (https://grafana.com/docs/k6/latest/javascript-api/k6), with its own rules: a check
// that does not hold fails no iteration, and `fail` ends one.

/** @type {string[]} */
export const broken = [];

/** @template Value @param {Value} value @param {Record<string, (value: Value) => boolean>} sets */
export function check(value, sets) {
  const failed = Object.entries(sets).filter(([, holds]) => !holds(value));
  broken.push(...failed.map(([name]) => name));
  return failed.length === 0;
}

/** @param {string} message @returns {never} */
export function fail(message) {
  throw new Error(message);
}

/** @param {number} seconds */
export function sleep(seconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
}
