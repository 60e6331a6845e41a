import { t } from '@vscode/l10n';
import { parseBaseUrl } from '../../addresses/baseUrl';
import { type ForeignAddress, readForeignAddress, replaceVariables } from '../../addresses/foreignAddress';
import { originOf } from '../../addresses/webAddress';
import { emulatorConnectionId } from '../../connections/connection';
import { validateRequest } from '../../forms/checks/validateRequest';
import type { Operation } from '../../operation';
import type { Provider } from '../../provider';
import { createRoutes, type Routes } from '../../routing/routes';
import type { ForeignCall } from './foreignCall';
import { type TakenValues, valuesOfCall } from './valuesOfCall';

/** An address that is known to be an API's: of an environment or of a connection. */
export interface KnownBase {
  readonly provider: string;
  readonly connection: string;
  readonly baseUrl: string;
}

export interface RecognisedCall extends TakenValues {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly connection: string;
}

export type RecognisedOrNot =
  | ({ readonly kind: 'recognised' } & RecognisedCall)
  | { readonly kind: 'unknown'; readonly why: string };

/** Finds operations by method and path among all providers. */
export class CallRecogniser {
  readonly #providers: readonly Provider[];
  readonly #bases: readonly KnownBase[];
  readonly #routes = new Map<Provider, Routes>();

  constructor(providers: readonly Provider[], connections: readonly KnownBase[]) {
    this.#providers = providers;
    this.#bases = [...connections, ...providers.flatMap(basesOf)];
  }

  recognise(call: ForeignCall, lookUp: (name: string) => string | undefined): RecognisedOrNot {
    const address = readForeignAddress(call.url, lookUp);
    if (address === undefined) return unknown(t('Its address is none of the web.'));
    const places = this.#places(address, call);
    if (places.length === 0) {
      return unknown(t('{0} is no address of an API here, nor of a connection.', address.origin ?? ''));
    }
    const filled = { ...address, path: replaceVariables(address.path, lookUp) };
    const found = [address, filled]
      .map((one) => this.#best(call, one, places))
      .find((one) => one.kind === 'recognised');
    return found ?? this.#best(call, address, places);
  }

  /** By how little is wrong with its values: calls may share a path, and APIs, too. */
  #best(call: ForeignCall, address: ForeignAddress, places: readonly Place[]): RecognisedOrNot {
    const matches = places.flatMap((place) => this.#matches(call, address, place));
    const absent = matches.find((match) => typeof match === 'string');
    const calls = matches.filter((match) => typeof match !== 'string');
    const [best] = calls.map((one) => ({ one, rank: rankOf(one, call) })).sort((one, other) => one.rank - other.rank);
    if (best !== undefined) return { kind: 'recognised', ...best.one };
    return unknown(absent ?? t('No API here has the call {0}.', `${call.method} ${address.path}`));
  }

  #matches(
    call: ForeignCall,
    address: ForeignAddress,
    { provider, connection, base }: Place,
  ): readonly (RecognisedCall | string)[] {
    if (!address.path.startsWith(base)) return [];
    const route = this.#routesOf(provider).match(call.method, address.path.slice(base.length));
    if (route === undefined) return [];
    if (route.kind === 'absent')
      return [t('{0} has the call, but it is none of the operations here: {1}.', provider.title, route.call.title)];
    return route.operations.map((operation) => ({
      provider,
      operation,
      connection,
      ...valuesOfCall(operation, address, route.parameters, call.body),
    }));
  }

  #places(address: ForeignAddress, { known }: ForeignCall): readonly Place[] {
    const { origin } = address;
    const named = this.#providers.filter(({ operations }) => operations.some(({ id }) => id === known?.operation));
    const isOpen = origin === undefined || isLoopback(origin);
    const bases = isOpen ? [] : this.#bases.filter(({ baseUrl }) => originOf(baseUrl) === origin);
    if (bases.length > 0) return bases.flatMap((base) => this.#placesAt(base, known?.connection));
    if (!isOpen && named.length === 0) return [];
    const candidates = named.length > 0 ? named : this.#providers;
    return candidates.flatMap((provider) => {
      const connection = known?.connection ?? defaultConnection(provider);
      // One port may serve all emulators, each below its provider's name; a proxy may have a path of its own.
      const prefixes = new Set(['', `/${provider.id}`, ...(named.length > 0 ? prefixesOf(address.path) : [])]);
      return [...prefixes].map((base) => ({ provider, connection, base }));
    });
  }

  #placesAt({ provider: id, connection, baseUrl }: KnownBase, known: string | undefined): readonly Place[] {
    const provider = this.#providers.find((one) => one.id === id);
    if (provider === undefined) return [];
    const base = parseBaseUrl(baseUrl);
    const own = base.kind === 'refused' ? '' : base.url.slice(base.origin.length);
    return [...new Set(['', own])].map((path) => ({
      provider,
      connection: known ?? (connection || defaultConnection(provider)),
      base: path,
    }));
  }

  #routesOf(provider: Provider): Routes {
    const routes = this.#routes.get(provider) ?? createRoutes(provider, {});
    this.#routes.set(provider, routes);
    return routes;
  }
}

interface Place {
  readonly provider: Provider;
  readonly connection: string;
  /** Of the path, in front of the API's own. */
  readonly base: string;
}

function rankOf({ operation, provider, values, written, remarks }: RecognisedCall, { known }: ForeignCall): number {
  if (operation.id === known?.operation) return -1;
  const { issues } = validateRequest(operation, values, undefined, { siblings: provider, written });
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  // Of a retired API rather the successor.
  return errors + remarks.length + (provider.notice === undefined ? 0 : 0.5);
}

function basesOf(provider: Provider): readonly KnownBase[] {
  return provider.environments.flatMap(({ id, baseUrl, hosts = {} }) =>
    [baseUrl, ...Object.values(hosts)].map((address) => ({ provider: provider.id, connection: id, baseUrl: address })),
  );
}

function defaultConnection({ emulator, environments }: Provider): string {
  return emulator === undefined ? (environments[0]?.id ?? '') : emulatorConnectionId;
}

function isLoopback(origin: string): boolean {
  const base = parseBaseUrl(origin);
  return base.kind === 'baseUrl' && base.isLoopback;
}

function prefixesOf(path: string): readonly string[] {
  const segments = path.split('/').slice(1);
  return segments.map((_segment, index) => ['', ...segments.slice(0, index)].join('/'));
}

function unknown(why: string): RecognisedOrNot {
  return { kind: 'unknown', why };
}
