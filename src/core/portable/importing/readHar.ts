import { isDataUri } from '../../attachments/dataUri';
import { isRecord } from '../../json/jsonKinds';
import { mask, maskPattern } from '../../secrets/mask';
import {
  emptyCollection,
  type ForeignBody,
  type ForeignCall,
  type ForeignCollection,
  type ForeignField,
  textBody,
} from './foreignCall';
import { pairsOf, recordsOf, textOf } from './looseJson';

/** The requests of a recording: what a browser or this product wrote down (HAR 1.2). */
export function readHar(content: unknown): ForeignCollection {
  const log = isRecord(content) && isRecord(content['log']) ? content['log'] : {};
  return { ...emptyCollection, calls: recordsOf(log['entries']).flatMap(callOf) };
}

function callOf(entry: Readonly<Record<string, unknown>>): readonly ForeignCall[] {
  const request = isRecord(entry['request']) ? entry['request'] : {};
  const [method, url] = [textOf(request['method']), textOf(request['url'])];
  if (method === undefined || url === undefined) return [];
  const [operation, connection] = [textOf(entry['_operation']), textOf(entry['_connection'])];
  return [
    {
      title: textOf(entry['comment']) ?? '',
      method: method.toUpperCase(),
      url: withPlainMasks(url),
      headers: pairsOf(request['headers']).filter(([name]) => !name.startsWith(':')),
      body: bodyOf(request['postData']),
      ...((operation ?? connection) !== undefined && { known: { operation, connection } }),
    },
  ];
}

/** A mask names its place, with slashes: in an address each would be one of its own. */
function withPlainMasks(url: string): string {
  return url.replace(new RegExp(maskPattern, 'g'), (_mask, name: string) => mask(name.replace(/^.*\//, '')));
}

function bodyOf(data: unknown): ForeignBody | undefined {
  if (!isRecord(data)) return undefined;
  const fields = recordsOf(data['params']).map(fieldOf);
  const isMultipart = /^multipart\//i.test(textOf(data['mimeType']) ?? '');
  const text = textBody(textOf(data['text']));
  if (fields.length > 0 && (isMultipart || text === undefined)) return { kind: 'fields', fields };
  return text;
}

/** A file is named by its path where this product wrote it, by its name where a browser did. */
function fieldOf(param: Readonly<Record<string, unknown>>): ForeignField {
  const fileName = textOf(param['fileName']);
  const path = textOf(param['_path']);
  const value = textOf(param['value']) ?? '';
  const isFile = fileName !== undefined;
  return {
    name: textOf(param['name']) ?? '',
    value: isFile ? (path ?? (isDataUri(value) ? value : fileName)) : value,
    isFile,
  };
}
