import { t } from '@vscode/l10n';

/**
 * What a text is that is no request file but something people have at hand: a Postman collection, a cURL line.
 * `content` is its value where it is JSON. Undefined when nothing is recognised.
 */
export function recogniseForeign(text: string, content: unknown): string | undefined {
  const kind = foreignKind(text, content);
  if (kind === undefined) return undefined;
  return `${t('This is {0}, not a request file.', foreignNames()[kind])} ${(nextSteps[kind] ?? makeOne)()}`;
}

/** What the text is; undefined where nothing is recognised, a request file among them. */
export function foreignKind(text: string, content: unknown): ForeignKind | undefined {
  const start = text.slice(0, mostLooked).replace(/^\uFEFF/, '');
  return kindOf(start.trimStart(), content);
}

/** In characters: what a text is shows at its beginning. */
const mostLooked = 4096;

function kindOf(text: string, content: unknown): ForeignKind | undefined {
  if (typeof content === 'object' && content !== null) return kindOfJson(content);
  return textKinds.find(([, pattern]) => pattern.test(text))?.[0];
}

const textKinds = [
  [
    'a cURL command',
    /^(?:(?:#|REM\b|::|set\s).*\r?\n|\s)*(?:(?:\{\s*)?(?:printf|echo)\s[\s\S]*?\|\s*)?\$?\s*curl(\.exe)?\s/,
  ],
  ['a request of Bruno', /^(?:meta|vars(?::[\w-]+)?|get|post|put|patch|delete)\s*[{[]\s*\r?\n/],
  [
    'a request of Bruno in YAML',
    /^(?:#.*\r?\n|---\s*\r?\n)*(?:opencollection:\s|info:\r?\n(?:[ \t].*\r?\n)*http:|name:.*\r?\nvariables:)/,
  ],
  ['an .http file', /^((#|\/\/|@[\w.-]+).*\r?\n|\s)*((GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\S+|https?:\/\/\S)/],
  ['a page or XML', /^<(!doctype|html|\?xml|\w+[\s>])/i],
  ['a PDF', /^%PDF-/],
  ['a table of values (CSV)', /^[^\r\n{}[\]:]*([;\t,])[^\r\n{}[\]]*\r?\n[^\r\n{}[\]]*\1/],
] as const;

const jsonKinds = [
  ['a Postman environment', (names) => names.has('_postman_variable_scope')],
  ['a Postman collection', (names) => names.has('info') && names.has('item')],
  ['an OpenAPI description', (names) => names.has('openapi') || names.has('swagger')],
  ['an export of Insomnia', (names) => names.has('__export_format')],
  ['a recording of a browser (HAR)', (names) => names.has('log') && !names.has('operation')],
] as const satisfies readonly (readonly [string, (names: ReadonlySet<string>) => boolean])[];

export type ForeignKind = (typeof textKinds)[number][0] | (typeof jsonKinds)[number][0];

/** What a person is told that they are, to follow "is". */
export const foreignNames = (): Readonly<Record<ForeignKind, string>> => ({
  'a cURL command': t('a cURL command'),
  'a request of Bruno': t('a request of Bruno'),
  'a request of Bruno in YAML': t('a request of Bruno in YAML'),
  'an .http file': t('an .http file'),
  'a page or XML': t('a page or XML'),
  'a PDF': t('a PDF'),
  'a table of values (CSV)': t('a table of values (CSV)'),
  'a Postman environment': t('a Postman environment'),
  'a Postman collection': t('a Postman collection'),
  'an OpenAPI description': t('an OpenAPI description'),
  'an export of Insomnia': t('an export of Insomnia'),
  'a recording of a browser (HAR)': t('a recording of a browser (HAR)'),
});

const importIt = () => t('Import it: "Import Requests…" in the editor, "esign import" on the command line.');
const makeOne = () => t('Make a new request, and copy the values of its body into it.');

const nextSteps: Readonly<Partial<Record<ForeignKind, () => string>>> = {
  'a cURL command': importIt,
  'an .http file': importIt,
  'a Postman collection': importIt,
  'a recording of a browser (HAR)': importIt,
  'a request of Bruno': importIt,
  'a request of Bruno in YAML': importIt,
  'a Postman environment': () =>
    t(
      'Its variables belong to a connection, and its secrets to the credentials of one. Import it beside its collection.',
    ),
  'a page or XML': () => t('Perhaps a reply was saved under this name.'),
  'a PDF': () => t('A request names it in one of its file fields.'),
  'a table of values (CSV)': () => t('Make a new request, and copy the values of one line into it.'),
};

function kindOfJson(content: object): ForeignKind | undefined {
  const names = new Set(Object.keys(content));
  if (names.has('operation')) return undefined;
  return jsonKinds.find(([, fits]) => fits(names))?.[0];
}
