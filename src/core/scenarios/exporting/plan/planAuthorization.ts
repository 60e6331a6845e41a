import type { JsonObject, JsonValue } from '../../../../protocol/json';
import type { Credentials } from '../../../auth';
import type { Reply } from '../../../http';
import { isList, isObject } from '../../../json/jsonKinds';
import type { Call, Operation, RequestValues } from '../../../operation';
import { operationName } from '../../../operation';
import type { Provider } from '../../../provider';
import {
  type NamedValue,
  type PlannedTokenCall,
  type PlannedValue,
  type Read,
  type Refusal,
  refusals,
} from './exportPlan';
import { encodedBody, plainHeaders, plannedRequest } from './planRequest';
import { literal } from './planValue';

type Scheme = 'token' | 'client';

/**
 * What the provider does to authorize a call, found by letting it do so with marks in the places of credentials and
 * tokens: there is no second account of it that could differ.
 */
export class AuthorizationTracer {
  readonly calls: PlannedTokenCall[] = [];
  readonly #provider: Provider;
  readonly #credentials: Credentials;
  readonly #headers = new Map<Scheme, readonly NamedValue[]>();

  /** `fields`: names of the credentials that are there. */
  constructor(provider: Provider, fields: readonly string[]) {
    this.#provider = provider;
    this.#credentials = Object.fromEntries(fields.map((field) => [field, markOf('credentials', field)]));
  }

  async headersOf({ authorization = 'token' }: Operation): Promise<readonly NamedValue[]> {
    if (authorization === 'none') return [];
    const known = this.#headers.get(authorization) ?? (await this.#traced(authorization));
    this.#headers.set(authorization, known);
    return known;
  }

  async #traced(scheme: Scheme): Promise<readonly NamedValue[]> {
    const { auth, id } = this.#provider;
    const headers = await auth.authorize(scheme, {
      credentials: this.#credentials,
      token: async () => {
        if (auth.acquire === undefined) throw new Error(`${id} has no token call, yet its authorization asks for one.`);
        return auth.acquire(this.#credentials, this.#call, 0);
      },
      call: this.#call,
    });
    return Object.entries(headers).map(([name, value]) => ({ name, value: headerValue(id, value) }));
  }

  /** Notes the call, and answers as it is documented, with a mark in the place of each value. */
  readonly #call: Call = async (operationId, values, given = this.#credentials) => {
    const { id, operations } = this.#provider;
    const operation = operations.find((one) => one.id === operationId);
    if (operation === undefined) throw new Error(`${id} calls "${operationId}", which is none of its operations.`);
    const authorization = await this.headersOf(operation);
    const name = operationName(operationId);
    if (!this.calls.some((one) => one.name === name)) {
      this.calls.push({ name, request: tokenRequest(id, operation, values, given, authorization) });
    }
    return replyOf((property) => markOf('tokens', name, property));
  };
}

/** The ways of refusing a token that the provider knows, found by showing it one of each. */
export function refusalsOf({ auth }: Provider): readonly Refusal[] {
  const shown = (status: number, text: string): Reply => ({
    status,
    statusText: '',
    headers: { 'content-type': 'application/json' },
    bytes: new TextEncoder().encode(text),
    durationMs: 0,
  });
  const samples: Readonly<Record<Refusal, Reply>> = {
    'status 401': shown(401, '{}'),
    invalid_token: shown(400, '{"error":"invalid_token"}'),
    null: shown(200, 'null'),
  };
  return refusals.filter((refusal) => auth.isTokenRejected(samples[refusal]));
}

function tokenRequest(
  api: string,
  operation: Operation,
  values: RequestValues,
  given: Credentials,
  authorization: readonly NamedValue[],
): PlannedTokenCall['request'] {
  const section = (values: JsonObject = {}) =>
    Object.entries(values).map(([name, value]) => ({ name, value: filled(api, value, given) }));
  const body = values.body === undefined ? undefined : encodedBody(operation, filled(api, values.body, given));
  return {
    ...plannedRequest(api, operation, { path: section(values.path), query: section(values.query), body }),
    headers: [...plainHeaders(operation, body), ...authorization],
    usesToken: false,
    movesClock: false,
  };
}

/** It has every property: which of them is the token is the provider's to know. */
function replyOf(markFor: (property: string) => string): unknown {
  const value = (property: string | symbol) => (typeof property === 'string' ? markFor(property) : undefined);
  return new Proxy(
    {},
    {
      get: (_target, property) => value(property),
      getOwnPropertyDescriptor: (_target, property) => ({
        configurable: true,
        enumerable: true,
        value: value(property),
      }),
    },
  );
}

/** A value of a call, which names credentials as requests do. */
function filled(api: string, value: JsonValue, given: Credentials): PlannedValue {
  if (isList(value)) return { kind: 'list', items: value.map((item) => filled(api, item, given)) };
  if (isObject(value)) {
    const members = Object.entries(value).map(([name, item]) => ({ name, value: filled(api, item, given) }));
    return { kind: 'object', members };
  }
  if (typeof value !== 'string') return literal(value);
  return marked(
    api,
    value.replace(/\{\{credentials\.(\w+)\}\}/g, (_whole, name: string) => given[name] ?? ''),
  );
}

function headerValue(api: string, text: string): PlannedValue {
  const basic = /^Basic ([A-Za-z0-9+/]+=*)$/.exec(text)?.[1];
  if (basic === undefined) return marked(api, text);
  const bytes = Uint8Array.from(atob(basic), (character) => character.charCodeAt(0));
  const pair = new TextDecoder().decode(bytes);
  // Within a mark there are colons as well.
  const at = pair.indexOf(`${end}:`) + end.length;
  return { kind: 'basic', user: marked(api, pair.slice(0, at)), password: marked(api, pair.slice(at + 1)) };
}

/* They stand in headers while they are traced, some of them in base64: plain characters are the same there. */
const start = '<<';
const end = '>>';

function markOf(from: 'credentials' | 'tokens', ...names: readonly string[]): string {
  return `${start}${[from, ...names].join(':')}${end}`;
}

/** A text with what its marks stand for. */
function marked(api: string, text: string): PlannedValue {
  const parts = text.split(/<<([^<>]*)>>/).flatMap((part, index): readonly (string | Read)[] => {
    if (index % 2 === 1) return [readOfMark(api, part)];
    return part === '' ? [] : [part];
  });
  const [only, ...others] = parts;
  if (only === undefined) return literal('');
  if (others.length > 0) return { kind: 'text', parts };
  return typeof only === 'string' ? literal(only) : only;
}

function readOfMark(api: string, mark: string): Read {
  const [from, name = '', ...keys] = mark.split(':');
  const text = `${name}${keys.map((key) => `.${key}`).join('')}`;
  if (from === 'credentials') {
    return { kind: 'read', source: { from: 'credentials', api, field: name }, keys: [], text };
  }
  return { kind: 'read', source: { from: 'tokens', api, name }, keys, text };
}
