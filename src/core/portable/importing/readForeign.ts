import { readJson } from '../../json/readJson';
import { type ForeignKind, foreignKind } from '../../requests/foreignText';
import { readCurl } from './curl/readCurl';
import type { ForeignCollection } from './foreignCall';
import { readBru } from './readBru';
import { readHar } from './readHar';
import { readHttpFile } from './readHttpFile';
import { readOpenCollection } from './readOpenCollection';
import { readPostman, readPostmanEnvironment } from './readPostman';

export type ReadForeign =
  | { readonly kind: 'read'; readonly what: ForeignKind; readonly collection: ForeignCollection }
  /** `what`: it was recognised, and nothing can be taken over of it. */
  | { readonly kind: 'notRead'; readonly what: ForeignKind | undefined };

/** Reads a file of another tool, whatever its name. */
export async function readForeign(text: string): Promise<ReadForeign> {
  const read = readJson(text.replace(/^\uFEFF/, ''));
  const content = read.kind === 'read' ? read.value : undefined;
  const what = foreignKind(text, content);
  if (what === 'a request of Bruno in YAML') return readYamlForeign(text);
  const reader = what === undefined ? undefined : readers[what];
  return what === undefined || reader === undefined
    ? { kind: 'notRead', what }
    : { kind: 'read', what, collection: reader(text, content) };
}

const readers: Readonly<Partial<Record<ForeignKind, (text: string, content: unknown) => ForeignCollection>>> = {
  'a cURL command': readCurl,
  'an .http file': readHttpFile,
  'a Postman collection': (_text, content) => readPostman(content),
  'a Postman environment': (_text, content) => readPostmanEnvironment(content),
  'a recording of a browser (HAR)': (_text, content) => readHar(content),
  'a request of Bruno': readBru,
};

async function readYamlForeign(text: string): Promise<ReadForeign> {
  const what = 'a request of Bruno in YAML';
  const { parse } = await import('yaml');
  try {
    return { kind: 'read', what, collection: readOpenCollection(parse(text, { maxAliasCount: 50 })) };
  } catch {
    return { kind: 'notRead', what };
  }
}
