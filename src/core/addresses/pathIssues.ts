import { t } from '@vscode/l10n';
import type { Issue } from '../../protocol/form';
import { ownValue } from '../typing/ownValue';
import { pathSegment } from './pathSegment';

/** The values of a path that could not be sent, at their places in the request file. */
export function pathIssues(path: string, values: unknown): readonly Issue[] {
  // What is no object at all, its schema refuses as a whole.
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return [];
  return parametersOf(path).flatMap((name) => {
    const segment = pathSegment(ownValue(values, name));
    if (segment.kind === 'segment') return [];
    const message = `${segment.reason} ${t('Enter the ID as the API gave it.')}`;
    return [{ pointer: `/path/${name}`, code: 'not_an_id', message, severity: 'error' as const }];
  });
}

/** Of each path that was asked for: there are as many as operations. */
const known = new Map<string, readonly string[]>();

function parametersOf(path: string): readonly string[] {
  const names = known.get(path) ?? [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  known.set(path, names);
  return names;
}
