import { parseBaseUrl } from '../addresses/baseUrl';
import type { EmulatorDefinition } from '../emulation';
import type { Operation } from '../operation';
import type { AbsentCall, Provider } from '../provider';
import { createRouter, type RouteMatch } from './router';

/** What a request asks for. */
export type Route = ServedRoute | { readonly kind: 'absent'; readonly call: AbsentCall };

export interface ServedRoute extends Pick<RouteMatch, 'parameters' | 'dialect'> {
  readonly kind: 'served';
  /** More than one when operations share method and path and differ in what they carry. */
  readonly operations: readonly Operation[];
}

export interface Routes {
  match(method: string, path: string): Route | undefined;
}

/** The operations of a provider, and in the same tree the calls that it is known not to have. */
export function createRoutes(provider: Provider, { ignoresCase }: Pick<EmulatorDefinition, 'ignoresCase'>): Routes {
  const { operations, absent = [], pathPrefix: prefix, environments } = provider;
  const bases = new Set(environments.map(({ baseUrl }) => basePathOf(parseBaseUrl(baseUrl))));
  bases.delete('');
  const router = createRouter<Operation | AbsentCall>([...operations, ...absent], {
    prefix,
    bases: [...bases],
    ignoresCase,
  });
  const served = new WeakMap<readonly (Operation | AbsentCall)[], readonly Operation[]>();
  const operationsOf = (calls: readonly (Operation | AbsentCall)[]) => {
    const found = served.get(calls) ?? calls.filter(isOperation);
    served.set(calls, found);
    return found;
  };
  return {
    match: (method, path) => {
      const found = router.match(method, path);
      if (found === undefined) return undefined;
      const { calls, parameters, dialect } = found;
      const [first] = calls;
      if (first !== undefined && !isOperation(first)) return { kind: 'absent', call: first };
      const route = { kind: 'served', operations: operationsOf(calls), parameters } as const;
      return dialect === undefined ? route : { ...route, dialect };
    },
  };
}

function isOperation(call: Operation | AbsentCall): call is Operation {
  return 'id' in call;
}

function basePathOf(base: ReturnType<typeof parseBaseUrl>): string {
  return base.kind === 'refused' ? '' : base.url.slice(base.origin.length);
}
