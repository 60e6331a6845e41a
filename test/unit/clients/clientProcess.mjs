// A program that uses one client library, on orders of the test that started it. It runs on its own, because Node
// reads the certificates that a process trusts when the process starts.
import { createRequire } from 'node:module';
import process from 'node:process';

/**
 * @typedef {{ package: string, settings: { module: string, values: object }, create: object }} Opening
 * @typedef {{ call: string, with: object }} Order
 * @typedef {Record<string, unknown>} Features
 */

const require = createRequire(import.meta.url);
/** @type {Features} */
let client = {};

process.on('message', (/** @type {Opening | Order} */ message) => {
  if ('call' in message) call(message);
  else open(message);
});

/** @param {Opening} opening */
function open({ package: name, settings, create }) {
  Object.assign(require(settings.module), settings.values);
  client = require(name)(create);
  process.send?.({ result: null });
}

/** @param {Order} order */
function call({ call: path, with: argument }) {
  const names = path.split('.');
  const owner = names.slice(0, -1).reduce((part, name) => /** @type {Features} */ (part[name]), client);
  const method = /** @type {(argument: object, callback: (error: unknown, result: unknown) => void) => void} */ (
    owner[names.at(-1) ?? '']
  );
  method.call(owner, argument, (error, result) => {
    process.send?.(error ? { error: error instanceof Error ? error.message : error } : { result });
  });
}
