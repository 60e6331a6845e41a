/**
 * What a text is that is no request file but something people have at hand: a Postman collection, a cURL line.
 * `content` is its value where it is JSON. Undefined when nothing is recognised.
 */
export function recogniseForeign(text: string, content: unknown): string | undefined {
  const kind = kindOf(
    text
      .slice(0, mostLooked)
      .replace(/^\uFEFF/, '')
      .trimStart(),
    content,
  );
  return kind === undefined ? undefined : `This is ${kind}, not a request file. ${nextSteps[kind] ?? makeOne}`;
}

/** In characters: what a text is shows at its beginning. */
const mostLooked = 4096;

function kindOf(text: string, content: unknown): ForeignKind | undefined {
  if (typeof content === 'object' && content !== null) return kindOfJson(content);
  return textKinds.find(([, pattern]) => pattern.test(text))?.[0];
}

const textKinds = [
  ['a cURL command', /^\$?\s*curl(\.exe)?\s/],
  ['an .http file', /^((#|\/\/|@\w+).*\r?\n|\s)*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\S+/],
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

type ForeignKind = (typeof textKinds)[number][0] | (typeof jsonKinds)[number][0];

const makeOne = 'Make a new request, and copy the values of its body into it.';

const nextSteps: Readonly<Partial<Record<ForeignKind, string>>> = {
  'a Postman environment': 'Its variables belong to a connection, and its secrets to the credentials of one.',
  'a page or XML': 'Perhaps a reply was saved under this name.',
  'a PDF': 'A request names it in one of its file fields.',
  'a table of values (CSV)': 'Make a new request, and copy the values of one line into it.',
};

function kindOfJson(content: object): ForeignKind | undefined {
  const names = new Set(Object.keys(content));
  if (names.has('operation')) return undefined;
  return jsonKinds.find(([, fits]) => fits(names))?.[0];
}
