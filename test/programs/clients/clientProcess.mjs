// A program that uses one client library, on orders of the test that started it. It runs on its own, because Node
// reads the certificates that a process trusts when the process starts.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';

/**
 * @typedef {{ as: 'errorFirst', settings: { module: string, values: object }, create: object }} ErrorFirst
 * @typedef {{ as: 'nestService', service: string, http: object }} NestService
 * @typedef {{ package: string, opens: ErrorFirst | NestService }} Opening
 * @typedef {{ call: string, with: object }} Order
 * @typedef {Record<string, unknown>} Features
 * @typedef {(path: string, given: readonly unknown[]) => Promise<unknown>} Client
 */

const require = createRequire(import.meta.url);
/** @type {Client} */
let client = () => Promise.reject(new Error('No client was opened.'));

process.on('message', (/** @type {Opening | Order} */ message) => {
  if ('call' in message) void call(message);
  else open(message);
});

/** @param {Opening} opening */
function open({ package: name, opens }) {
  client = opens.as === 'errorFirst' ? errorFirst(name, opens) : nestService(name, opens);
  process.send?.({ result: null });
}

/** @param {Order} order */
async function call({ call: path, with: given }) {
  try {
    const values = /** @type {unknown[]} */ (withBytes(Array.isArray(given) ? given : [given]));
    process.send?.({ result: await client(path, values) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : error });
  }
}

/**
 * @param {string} name
 * @param {ErrorFirst} opens
 * @returns {Client}
 */
function errorFirst(name, { settings, create }) {
  Object.assign(require(settings.module), settings.values);
  const features = require(name)(create);
  return (path, given) =>
    new Promise((resolve, reject) => {
      methodOf(features, path)(...given, (/** @type {unknown} */ error, /** @type {unknown} */ result) =>
        error ? reject(error) : resolve(result),
      );
    });
}

/**
 * @param {string} name
 * @param {NestService} opens
 * @returns {Client}
 */
function nestService(name, { service, http }) {
  // The library's own copies of what it stands on.
  const requireThere = createRequire(require.resolve(name));
  const axios = requireThere('axios');
  const { HttpException } = requireThere('@nestjs/common');
  const { HttpService } = requireThere('@nestjs/axios');
  const { firstValueFrom } = requireThere('rxjs');
  const features = new (require(name)[service])(new HttpService(axios.create(http)));
  return async (path, given) => {
    try {
      return await firstValueFrom(methodOf(features, path)(...given));
    } catch (error) {
      // The body of a refusal, which the library passes on in an exception of Nest or of axios.
      if (error instanceof HttpException) throw /** @type {{ getResponse(): unknown }} */ (error).getResponse();
      if (axios.isAxiosError(error)) throw /** @type {{ response?: { data: unknown } }} */ (error).response?.data;
      throw error;
    }
  };
}

/**
 * @param {Features} features
 * @param {string} path
 * @returns {(...given: unknown[]) => unknown}
 */
function methodOf(features, path) {
  const names = path.split('.');
  const owner = names.slice(0, -1).reduce((part, name) => /** @type {Features} */ (part[name]), features);
  const method = /** @type {(...given: unknown[]) => unknown} */ (owner[names.at(-1) ?? '']);
  return method.bind(owner);
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function withBytes(value) {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== 'object' || value === null) return value;
  if ('$bytesOf' in value) return readFileSync(String(value.$bytesOf));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withBytes(inner)]));
}
