import { t } from '@vscode/l10n';
import { exec, type JsonValue as PathValue } from 'jsonpath-rfc9535';
import parse from 'jsonpath-rfc9535/parser';
import { isRecord } from '../../json/jsonKinds';
import { shortened } from '../../quoting/shortened';

/** Why a query cannot be asked; undefined when it can. */
export function jsonPathFault(query: string): string | undefined {
  try {
    const used = functionsIn(parse(query)).find((name) => name === 'match' || name === 'search');
    // Its patterns would run in an engine that can be made to run forever.
    return (
      used && t('{0}() is not supported here: write a criterion of type regex, with the value as its context.', used)
    );
  } catch {
    // The library's words are not for people.
    return query.trimStart().startsWith('$')
      ? t('"{0}" is no JSONPath query (RFC 9535): look at its brackets and quotes.', shortened(query))
      : t('"{0}" is no JSONPath query (RFC 9535): it begins with $.', shortened(query));
  }
}

/** The first values that a query finds. */
export function queryValues(value: unknown, query: string, most: number): readonly unknown[] {
  const found: unknown[] = [];
  try {
    exec(value as PathValue, query, (one: unknown) => {
      found.push(one);
      if (found.length >= most) throw new Enough();
    });
  } catch (error: unknown) {
    if (!(error instanceof Enough)) throw error;
  }
  return found;
}

class Enough extends Error {}

function functionsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(functionsIn);
  if (!isRecord(node)) return [];
  const own = node['type'] === 'FunctionExpr' && typeof node['name'] === 'string' ? [node['name']] : [];
  return [...own, ...Object.values(node).flatMap(functionsIn)];
}
