import { t } from '@vscode/l10n';
import type {
  ForeignBody,
  ForeignCall,
  ForeignCollection,
  ForeignField,
  ForeignVariable,
  LeftOut,
  Pair,
} from './foreignCall';
import { textBody } from './foreignCall';
import { type Loose, looseRecord, mostFolders, pairsOf, recordsOf, textOf } from './looseJson';
import { ownVariables } from './ownVariables';

/** A Postman collection of version 2.0 or 2.1. Folders are walked through in their order. */
export function readPostman(content: unknown): ForeignCollection {
  const collection = looseRecord(content);
  const what = t('The collection');
  const leftOut: LeftOut[] = [...scriptsOf(collection, what), ...unknownAuth(collection['auth'], what)];
  const calls = itemsOf(collection['item'], { names: [], variables: [] }, leftOut);
  return { calls, variables: variablesOf(collection['variable']), leftOut };
}

/** Names of the folders around an item, and the variables that they bring. */
interface Folders {
  readonly names: readonly string[];
  readonly variables: readonly ForeignVariable[];
}

/** Its values; those that it calls secret are marked. */
export function readPostmanEnvironment(content: unknown): ForeignCollection {
  return { calls: [], variables: variablesOf(looseRecord(content)['values']), leftOut: [] };
}

function variablesOf(list: unknown): readonly ForeignVariable[] {
  return recordsOf(list).flatMap((one) => {
    const name = textOf(one['key'] ?? one['id']);
    if (name === undefined || one['enabled'] === false || one['disabled'] === true) return [];
    return [{ name, value: textOf(one['value']) ?? '', isSecret: one['type'] === 'secret' }];
  });
}

function itemsOf(items: unknown, folders: Folders, leftOut: LeftOut[]): readonly ForeignCall[] {
  return recordsOf(items).flatMap((item) => {
    const names = [...folders.names, textOf(item['name']) ?? ''];
    const path = names.join(' / ');
    leftOut.push(...scriptsOf(item, path));
    const own = variablesOf(item['variable']);
    const variables = own.length === 0 ? folders.variables : [...folders.variables, ...own];
    if (item['item'] === undefined) return callOf(item['request'], { path, variables }, leftOut);
    if (folders.names.length >= mostFolders) {
      leftOut.push({
        what: names.slice(0, 2).join(' / '),
        why: t('Folders are nested more than {0} deep.', mostFolders),
      });
      return [];
    }
    leftOut.push(...unknownAuth(item['auth'], path));
    return itemsOf(item['item'], { names, variables }, leftOut);
  });
}

/** What stands at a folder or a collection is that of all requests within. */
function unknownAuth(auth: unknown, what: string): readonly LeftOut[] {
  const kind = textOf(looseRecord(auth)['type']);
  if (kind === undefined || knownAuth.has(kind)) return [];
  return [{ what, why: t('Authorization of the kind "{0}" is none that the APIs here know.', kind) }];
}

const knownAuth: ReadonlySet<string> = new Set(['noauth', 'bearer', 'basic', 'oauth2', 'apikey']);

function scriptsOf(item: Loose, what: string): LeftOut[] {
  const events = recordsOf(item['event']).filter((event) => isWritten(looseRecord(event['script'])['exec']));
  return events.map((event) => ({
    what,
    why:
      event['listen'] === 'test'
        ? t('Tests in JavaScript for Postman cannot be taken over.')
        : t('A script in JavaScript for Postman cannot be taken over.'),
  }));
}

function isWritten(script: unknown): boolean {
  return (Array.isArray(script) ? script.join('') : (textOf(script) ?? '')).trim() !== '';
}

interface CallPlace {
  readonly path: string;
  readonly variables: readonly ForeignVariable[];
}

function callOf(request: unknown, { path: title, variables }: CallPlace, leftOut: LeftOut[]): readonly ForeignCall[] {
  const {
    method,
    header,
    body,
    url: place,
    auth,
  } = looseRecord(typeof request === 'string' ? { url: request } : request);
  const url = urlOf(place);
  if (url === undefined) {
    leftOut.push({ what: title, why: t('The request has no address.') });
    return [];
  }
  leftOut.push(...unknownAuth(auth, title));
  const headers: readonly Pair[] =
    typeof header === 'string'
      ? headerLines(header)
      : pairsOf(header).map(([name, value]) => [name.toLowerCase(), ownVariables(value)]);
  const call = {
    title,
    method: (textOf(method) ?? 'GET').toUpperCase(),
    url,
    headers,
    body: bodyOf(looseRecord(body)),
  };
  return [{ ...call, ...(variables.length > 0 && { variables }) }];
}

/** Path variables stand as `:name`, their values beside the address. */
function urlOf(place: unknown): string | undefined {
  const url = looseRecord(place);
  const raw = typeof place === 'string' ? place : textOf(url['raw']);
  if (raw === undefined || raw.trim() === '') return undefined;
  const values = new Map(pairsOf(url['variable']));
  const [, path = '', query = ''] = /^([^?]*)(\?[\s\S]*)?$/.exec(raw) ?? [];
  const filled = path.replace(/\/:([\w.-]+)/g, (_whole, name: string) => {
    const value = values.get(name) ?? '';
    return `/${value === '' || value.startsWith(':') ? `{{${name}}}` : value}`;
  });
  const parameters = recordsOf(url['query']);
  const off = new Set(parameters.filter((one) => one['disabled'] === true).map(pairText));
  // The same pair may stand there twice, once switched off.
  for (const one of parameters) if (one['disabled'] !== true) off.delete(pairText(one));
  const kept = query
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !off.has(pair.includes('=') ? pair : `${pair}=`));
  return ownVariables(`${filled}${kept.length > 0 ? `?${kept.join('&')}` : ''}`);
}

function pairText(one: Loose): string {
  return `${textOf(one['key']) ?? ''}=${textOf(one['value']) ?? ''}`;
}

function headerLines(text: string): readonly Pair[] {
  return text.split('\n').flatMap((line) => {
    const at = line.indexOf(':');
    return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), ownVariables(line.slice(at + 1).trim())] as const];
  });
}

function bodyOf(body: Loose): ForeignBody | undefined {
  if (body['disabled'] === true) return undefined;
  switch (body['mode']) {
    case 'raw':
      return textBody(ownVariables(textOf(body['raw']) ?? ''));
    case 'urlencoded':
      return fieldsBody(pairsOf(body['urlencoded']).map(([name, value]) => textField(name, value)));
    case 'formdata':
      return fieldsBody(
        recordsOf(body['formdata'])
          .filter((one) => one['disabled'] !== true)
          .map(formField),
      );
    case 'file':
      return { kind: 'file', path: textOf(looseRecord(body['file'])['src']) ?? '' };
    default:
      return undefined;
  }
}

function fieldsBody(fields: readonly ForeignField[]): ForeignBody {
  return { kind: 'fields', fields };
}

function textField(name: string, value: string): ForeignField {
  return { name: ownVariables(name), value: ownVariables(value), isFile: false };
}

function formField(one: Loose): ForeignField {
  const name = textOf(one['key']) ?? '';
  if (one['type'] !== 'file') return textField(name, textOf(one['value']) ?? '');
  const source: unknown = Array.isArray(one['src']) ? one['src'][0] : one['src'];
  return { name, value: textOf(source) ?? '{{file}}', isFile: true };
}
