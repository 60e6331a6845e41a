import { t } from '@vscode/l10n';
import type { Issue } from '../../protocol/form';
import { pathSegment } from './pathSegment';

/** The values of a path that could not be sent, at their places in the request file. */
export function pathIssues(path: string, values: unknown): readonly Issue[] {
  // What is no object at all, its schema refuses as a whole.
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return [];
  const given = new Map<string, unknown>(Object.entries(values));
  return [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => {
    const segment = pathSegment(given.get(name));
    if (segment.kind === 'segment') return [];
    const message = `${segment.reason} ${t('Enter the ID as the API gave it.')}`;
    return [{ pointer: `/path/${name}`, code: 'not_an_id', message, severity: 'error' as const }];
  });
}
