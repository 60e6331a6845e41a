// What exported tests use of Vitest (https://vitest.dev/api), on the test runner of Node.
import assert from 'node:assert/strict';
import { test as nodeTest } from 'node:test';

/** @param {string} name @param {{ timeout: number }} options @param {() => Promise<void>} run */
export function test(name, options, run) {
  nodeTest(name, options, run);
}

/** @param {unknown} actual @param {string} [message] */
export function expect(actual, message) {
  return { toBe: (/** @type {unknown} */ expected) => assert.equal(actual, expected, message) };
}
