import { t } from '@vscode/l10n';
import type { Operation, PreparedRequest, RequestValues } from '../operation';
import type { Provider } from '../provider';

/** Whether a call that broke off may have changed something all the same. Calls for tokens change nothing. */
export function changesSomething({ method, authorization = 'token' }: Operation): boolean {
  return method !== 'GET' && authorization === 'token';
}

/** The call that shows what a call changed: it reads the same path or one above it, or the thing that the path names. */
export function lookOperation({ operations }: Pick<Provider, 'operations'>, changed: Operation): Operation | undefined {
  const readers = operations.filter(({ method, id }) => method === 'GET' && id !== changed.id);
  for (const path of pathsAbove(changed.path)) {
    const reader = readers.find(
      (one) => anonymous(one.path) === path && namesIn(one).every((name) => namesIn(changed).includes(name)),
    );
    if (reader !== undefined) return reader;
  }
  const named = namesIn(changed);
  return readers.find(
    (one) => /\}$/.test(one.path) && namesIn(one).length > 0 && namesIn(one).every((name) => named.includes(name)),
  );
}

/** That call, ready to be sent where the path of the first one says all it needs. */
export function lookStep(provider: Provider, changed: Operation, values: RequestValues): PreparedRequest | undefined {
  const reader = lookOperation(provider, changed);
  if (reader === undefined) return undefined;
  const path = Object.fromEntries(
    namesIn(reader).flatMap((name) => (values.path?.[name] === undefined ? [] : [[name, values.path[name]]])),
  );
  const isComplete = Object.keys(path).length === namesIn(reader).length && reader.request.query === undefined;
  return {
    verb: 'other',
    title: reader.title,
    operation: reader.id,
    subject: t('Whether it took effect'),
    ...(namesIn(reader).length > 0 && { path }),
    ...(isComplete && { complete: true }),
  };
}

/** From the path itself up to its first segment, without the names of its parameters. */
function pathsAbove(path: string): readonly string[] {
  const segments = anonymous(path).split('/').slice(1);
  return segments.map((_segment, index) => `/${segments.slice(0, segments.length - index).join('/')}`);
}

function anonymous(path: string): string {
  return path.replace(/\{\w+\}/g, '{}');
}

function namesIn({ path }: Operation): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}
