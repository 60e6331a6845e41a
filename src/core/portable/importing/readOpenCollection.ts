import { t } from '@vscode/l10n';
import type { ForeignBody, ForeignCall, ForeignCollection, ForeignVariable, LeftOut } from './foreignCall';
import { textBody } from './foreignCall';
import { type Loose, looseRecord, mostFolders, pairsOf, recordsOf, textOf } from './looseJson';
import { ownVariables } from './ownVariables';

/** A request, an environment or a whole collection of OpenCollection, which Bruno writes as YAML. */
export function readOpenCollection(content: unknown): ForeignCollection {
  const leftOut: LeftOut[] = [];
  const root = looseRecord(content);
  const environments = recordsOf(looseRecord(root['config'])['environments'] ?? root['environments']);
  const variables = [root, looseRecord(root['request']), ...environments].flatMap((one) =>
    variablesOf(one['variables']),
  );
  return { calls: callsOf(root, [], leftOut), variables, leftOut };
}

function callsOf(item: Loose, folders: readonly string[], leftOut: LeftOut[]): readonly ForeignCall[] {
  const info = looseRecord(item['info']);
  const name = textOf(info['name'] ?? item['name']) ?? '';
  const inner = recordsOf(item['items']);
  if (inner.length > 0 && folders.length >= mostFolders) {
    leftOut.push({
      what: folders.slice(0, 2).join(' / '),
      why: t('Folders are nested more than {0} deep.', mostFolders),
    });
    return [];
  }
  if (inner.length > 0) return inner.flatMap((one) => callsOf(one, [...folders, name], leftOut));
  const http = looseRecord(item['http']);
  const url = textOf(http['url']);
  const title = [...folders, name].filter((text) => text !== '').join(' / ');
  if (url === undefined) return [];
  const runtime = looseRecord(item['runtime']);
  if (recordsOf(runtime['scripts']).length > 0)
    leftOut.push({ what: title, why: t('A script for Bruno cannot be taken over.') });
  if (recordsOf(runtime['assertions']).length > 0)
    leftOut.push({ what: title, why: t('Tests for Bruno cannot be taken over.') });
  return [
    {
      title,
      method: (textOf(http['method']) ?? 'GET').toUpperCase(),
      url: ownVariables(withParams(url, http['params'])),
      headers: pairsOf(http['headers']).map(([header, value]) => [header.toLowerCase(), ownVariables(value)] as const),
      body: bodyOf(http['body']),
    },
  ];
}

/** Parameters stand in a list, or in one for each place; those of the query stand in the address as well. */
function withParams(url: string, params: unknown): string {
  const all = Array.isArray(params) ? recordsOf(params) : [...recordsOf(looseRecord(params)['path']).map(asPath)];
  const path = new Map(pairsOf(all.filter((one) => one['type'] === 'path')));
  const query = pairsOf(all.filter((one) => one['type'] === 'query'));
  const filled = url.replace(/\/:([\w-]+)/g, (_whole, name: string) => `/${path.get(name) || `{{${name}}}`}`);
  if (url.includes('?') || query.length === 0) return filled;
  return `${filled}?${query.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

function asPath(one: Loose): Loose {
  return { ...one, type: 'path' };
}

function bodyOf(body: unknown): ForeignBody | undefined {
  const one = looseRecord(
    Array.isArray(body) ? (recordsOf(body).find(({ selected }) => selected === true) ?? body[0]) : body,
  );
  const { type, data } = looseRecord(one['body'] ?? one);
  if (type !== 'multipart-form' && type !== 'form-urlencoded') return textBody(ownVariables(textOf(data) ?? ''));
  const fields = recordsOf(data).filter((field) => field['disabled'] !== true);
  return {
    kind: 'fields',
    fields: fields.map((field) => {
      const value: unknown = Array.isArray(field['value']) ? field['value'][0] : field['value'];
      const name = ownVariables(textOf(field['name']) ?? '');
      return { name, value: ownVariables(textOf(value) ?? ''), isFile: field['type'] === 'file' };
    }),
  };
}

function variablesOf(list: unknown): readonly ForeignVariable[] {
  return recordsOf(list).flatMap((one) => {
    const name = textOf(one['name']);
    if (name === undefined || one['disabled'] === true) return [];
    return [{ name, value: textOf(one['value']) ?? '', isSecret: one['secret'] === true }];
  });
}
