import { isRecord } from '../core/json/jsonKinds';
import {
  aChoice,
  aFunction,
  anObject,
  anything,
  checkGiven,
  type GivenKind,
  type GivenNames,
  GivenProblem,
  number,
  text,
  texts,
  truth,
  unknownName,
} from './givenOptions';

/*
 * What each function of the package takes, by name.
 */

const ports: GivenKind = {
  words: '{ one: PORT } for all at one port, or { base: PORT } for one each; 0 is a free one',
  fits: (value) => {
    if (!isRecord(value)) return false;
    const [[name, port] = [], ...others] = Object.entries(value);
    return others.length === 0 && (name === 'one' || name === 'base') && isPort(port);
  },
};

function isPort(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535;
}

const isSeed = (value: unknown) => text.fits(value) || anObject.fits(value);
const seed: GivenKind = {
  words: 'the name of a file, an object by provider, or a list of those',
  fits: (value) => (Array.isArray(value) ? value.every(isSeed) : isSeed(value)),
};

const faults: GivenKind = {
  words: 'a list of objects, such as [{ status: 503 }]',
  fits: (value) => Array.isArray(value) && value.every((one) => anObject.fits(one)),
};

const isPem = (value: unknown) => typeof value === 'string' || value instanceof Uint8Array;
const tls: GivenKind = {
  words: '{ cert, key }, each the content of a PEM file',
  fits: (value) => isRecord(value) && isPem(Reflect.get(value, 'cert')) && isPem(Reflect.get(value, 'key')),
};

export const startNames: GivenNames = {
  providers: texts,
  ports,
  clock: aFunction('that gives epoch milliseconds, such as () => Date.UTC(2030, 0, 1)'),
  clockSpeed: number,
  strict: truth,
  logBodies: truth,
  seed,
  state: text,
  faults,
  host: text,
  allowedHosts: texts,
  publicUrl: text,
  tls,
  deliverTo: texts,
};

export const actNames: GivenNames = {
  link: text,
  provider: text,
  document: text,
  as: text,
  action: aChoice('open', 'answer', 'finish', 'decline'),
  answers: texts,
  reason: { words: 'a text', fits: (value) => typeof value === 'string' },
};

export const spanNames: GivenNames = { days: number, hours: number, minutes: number, seconds: number };

export const deliveryNames: GivenNames = { provider: text, to: text, document: text };

export const requestNames: GivenNames = { provider: text };

export const clientNames: GivenNames = {
  confirm: aFunction('that gives true or false'),
  allowedRecipients: texts,
  folder: text,
};

const signal: GivenKind = {
  words: 'an AbortSignal',
  fits: (value) => isRecord(value) && typeof Reflect.get(value, 'aborted') === 'boolean',
};

export const scenarioNames: GivenNames = {
  connections: anObject,
  workflow: text,
  inputs: anObject,
  agreed: truth,
  timeoutMs: { words: 'a number above 0', fits: (value) => number.fits(value) && Number(value) > 0 },
  signal,
};

/** The parts of a call. */
export const callNames: GivenNames = { path: anything, query: anything, body: anything };

const connectionNames: GivenNames = {
  baseUrl: text,
  environment: text,
  credentials: anObject,
  pathPrefix: text,
};

/** By provider. What `startEmulators` gives has functions beside them. */
export function checkConnections(where: string, connections: unknown, providers: readonly string[]): void {
  if (!anObject.fits(connections))
    checkGiven(where, connections, Object.fromEntries(providers.map((id) => [id, anObject])));
  for (const [id, connection] of Object.entries(connections as object)) {
    if (connection === undefined || typeof connection === 'function') continue;
    if (!providers.includes(id)) throw new GivenProblem(unknownName(where, id, providers));
    checkGiven(`${where}: "${id}"`, connection, connectionNames);
  }
}
