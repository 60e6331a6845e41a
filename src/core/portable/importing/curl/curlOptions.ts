import { t } from '@vscode/l10n';
import { toBase64 } from '../../../attachments/base64';
import type { ForeignBody, ForeignField, LeftOut, Pair } from '../foreignCall';
import { ownVariables } from '../ownVariables';

export interface ReadCall {
  method: string | undefined;
  readonly urls: string[];
  readonly headers: Pair[];
  readonly data: (string | ForeignBody)[];
  readonly form: ForeignField[];
  readonly leftOut: LeftOut[];
  isQuery: boolean;
}

type ReadOption = (found: ReadCall, value: string, piped: string | undefined) => void;

const methodOption: ReadOption = (found, value) => {
  found.method = value;
};
const headOption: ReadOption = (found) => {
  found.method = 'HEAD';
};
const queryOption: ReadOption = (found) => {
  found.isQuery = true;
};
const headerOption: ReadOption = (found, value) => readHeader(value, found);
const textOption: ReadOption = (found, value, piped) => void found.data.push(dataOf(value, false, piped));
const bytesOption: ReadOption = (found, value, piped) => void found.data.push(dataOf(value, true, piped));
const jsonOption: ReadOption = (found, value, piped) => {
  found.headers.push(['content-type', 'application/json'], ['accept', 'application/json']);
  bytesOption(found, value, piped);
};
const fieldOption: ReadOption = (found, value) => void found.form.push(fieldOf(value));
const userOption: ReadOption = (found, value) => {
  found.headers.push(['authorization', `Basic ${toBase64(new TextEncoder().encode(value))}`]);
};
const cookieOption: ReadOption = (found, value) => void found.headers.push(['cookie', value]);
const configOption: ReadOption = (found, value) => {
  found.leftOut.push({ what: t('Options of {0}', value), why: t('They stand in another file.') });
};
const uploadOption: ReadOption = (found, value) => {
  found.data.push({ kind: 'file', path: value });
  found.method ??= 'PUT';
};

export const curlOptions: Readonly<Record<string, ReadOption>> = {
  '-X': methodOption,
  '--request': methodOption,
  '-I': headOption,
  '--head': headOption,
  '-G': queryOption,
  '--get': queryOption,
  '--url': (found, value) => void found.urls.push(value),
  '-H': headerOption,
  '--header': headerOption,
  '-d': textOption,
  '--data': textOption,
  '--data-ascii': textOption,
  '--data-binary': bytesOption,
  '--data-raw': (found, value) => void found.data.push(value),
  '--data-urlencode': (found, value) => void found.data.push(encodedData(value)),
  '--json': jsonOption,
  '-F': fieldOption,
  '--form': fieldOption,
  '--form-string': (found, value) => void found.form.push(stringField(value)),
  '-u': userOption,
  '--user': userOption,
  '--oauth2-bearer': (found, value) => void found.headers.push(['authorization', `Bearer ${value}`]),
  '-b': cookieOption,
  '--cookie': cookieOption,
  '-K': configOption,
  '--config': configOption,
  '-T': uploadOption,
  '--upload-file': uploadOption,
};

function stringField(field: string): ForeignField {
  const [, name = '', text = ''] = /^([^=]*)=([\s\S]*)$/.exec(field) ?? [];
  return { name: ownVariables(name), value: ownVariables(text), isFile: false };
}

function readHeader(text: string, found: ReadCall): void {
  if (text.startsWith('@')) {
    found.leftOut.push({ what: t('Headers of {0}', text.slice(1)), why: t('They stand in another file.') });
    return;
  }
  const [, name = '', value = ''] = /^([^:;]+)[:;]([\s\S]*)$/.exec(text) ?? [];
  if (name !== '') found.headers.push([name.trim().toLowerCase(), value.trim()]);
}

/** Line ends of a file are left out, unless it is sent as it is. */
function dataOf(value: string, isBinary: boolean, piped: string | undefined): string | ForeignBody {
  if (!value.startsWith('@')) return value;
  if (value === '@-')
    return piped === undefined ? { kind: 'file', path: '-' } : isBinary ? piped : piped.replace(/[\r\n]/g, '');
  return { kind: 'file', path: ownVariables(value.slice(1)) };
}

function encodedData(value: string): string {
  const [, name = '', text = value] = /^([^=]*)=([\s\S]*)$/.exec(value) ?? [];
  const encoded = encodeURIComponent(text).replaceAll('%7B%7B', '{{').replaceAll('%7D%7D', '}}');
  return name === '' ? encoded : `${name}=${encoded}`;
}

/** `name=@path;type=…;filename=…`, `name=<path`, `name=text;type=…`; a path or text may stand in quotes. */
function fieldOf(field: string): ForeignField {
  const [, name = '', sign = '', rest = ''] = /^([^=]*)=([@<]?)([\s\S]*)$/.exec(field) ?? [];
  const quoted = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(rest);
  const plain = /^[\s\S]*?(?=;(?:type|filename|headers|encoder)=|$)/.exec(rest);
  const value = quoted === null ? (plain?.[0] ?? rest) : (quoted[1] ?? '').replace(/\\(["\\])/g, '$1');
  return { name: ownVariables(name), value: ownVariables(value), isFile: sign !== '' };
}
