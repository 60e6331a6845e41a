import { connectionIdsOf } from '../../core/connections/connectionIds';
import type { Shape } from '../../core/forms/shapes/shape';
import { shapeOf } from '../../core/forms/shapes/shapeOf';
import type { Example, Operation, Rule } from '../../core/operation';
import type { Provider } from '../../core/provider';
import { formatRequestFile } from '../../core/requests/requestFile';
import { failureLink } from './failureTable';
import { fieldHeads, fieldRows, propertyRows, variantTitle } from './fieldRows';
import { markdown } from './markdown';
import type { ObjectIndex } from './objectIndex';
import { replyLines } from './replyLines';

const { block, bullets, code, link, prose, table } = markdown;

/** Everything about one operation, below a heading of its own. */
export function operationSection(provider: Provider, objects: ObjectIndex, operation: Operation): string {
  const { id, title, docs, method, path, summary, rules = [], failures = [], examples } = operation;
  return [
    `### ${prose(title)}`,
    `${code(id)} · ${link('documentation', docs)}`,
    block('http', `${method} ${path}`),
    `${prose(summary)} ${transport(operation)}`.trim(),
    ...fieldParts(objects, operation),
    ...part('Rules', bullets(rules.map(ruleText))),
    ...part('Replies', bullets(replyLines(operation))),
    ...part('Failures', failures.map((failure) => failureLink(provider, failure)).join(', ')),
    ...examples.map((example) => exampleText(provider, id, example)),
  ].join('\n\n');
}

/** Where the call goes and what it carries, as far as that is not the usual. */
function transport(operation: Operation): string {
  const { host, alsoAt = [], dialects = {}, encoding = 'json', authorization = 'token' } = operation;
  const sentences = [
    host && `Goes to the ${code(host)} host of the environment.`,
    alsoAt.length > 0 && `Other sources say ${alsoAt.map((path) => code(path)).join(', ')}.`,
    ...Object.entries(dialects).map(([dialect, path]) => `${dialect} itself has it at ${code(path)}.`),
    encodings[encoding],
    authorizations[authorization],
  ];
  return sentences.filter((sentence) => sentence).join(' ');
}

const encodings: Readonly<Record<NonNullable<Operation['encoding']>, string | undefined>> = {
  json: undefined,
  form: 'The body travels as form fields.',
  multipart: 'The body travels as `multipart/form-data`.',
};

const authorizations: Readonly<Record<NonNullable<Operation['authorization']>, string | undefined>> = {
  token: undefined,
  client: 'It is authorized by the credentials of the client instead of a token.',
  none: 'It needs no authorization.',
};

function fieldParts(objects: ObjectIndex, { request: { path, query, body } }: Operation): readonly string[] {
  const sections = [
    ['Path parameters', path],
    ['Query parameters', query],
    ['Body', body],
  ] as const;
  return sections.flatMap(([title, schema]) => (schema === undefined ? [] : fields(objects, title, shapeOf(schema))));
}

function fields(objects: ObjectIndex, title: string, shape: Shape): readonly string[] {
  if (shape.kind === 'object' && !shape.others) return fieldTable(title, propertyRows(objects, '', shape));
  if (shape.kind === 'union') {
    const variants = shape.options.map((option, index) => ({
      ...option,
      name: variantTitle(shape, option.shape, index),
    }));
    return variants.flatMap((variant) => fields(objects, `${title}: ${variant.name}`, variant.shape));
  }
  // A body that is no plain object needs a row of its own.
  return fieldTable(title, fieldRows(objects, 'body', shape, { required: true }));
}

function fieldTable(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : part(title, table(fieldHeads, rows));
}

function part(title: string, text: string): readonly string[] {
  return text === '' ? [] : [`**${title}**`, text];
}

function ruleText({ failure, statement, severity }: Rule): string {
  return `${prose(statement)} (${code(failure)}${severity === 'warning' ? ', warns only' : ''})`;
}

const origins: Readonly<Record<Example['source'], string>> = {
  documented: 'as the documentation prints it',
  minimal: 'the smallest valid one',
  ours: 'our own',
};

function exampleText(provider: Provider, operation: string, { title, source, path, query, body }: Example): string {
  const request = formatRequestFile({
    operation,
    connection: connectionIdsOf(provider).at(0) ?? '',
    ...(path && { path }),
    ...(query && { query }),
    ...(body !== undefined && { body }),
  });
  const summary = `Example: ${prose(title)} (${origins[source]})`;
  return `<details><summary>${summary}</summary>\n\n${block('json', request)}\n\n</details>`;
}
