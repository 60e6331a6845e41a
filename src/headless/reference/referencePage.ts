import type { CredentialKind } from '../../core/auth';
import type { Collection } from '../../core/documents';
import { shapeOf } from '../../core/forms/shapes/shapeOf';
import { limitWords } from '../../core/limitWords';
import type { Environment, Provider } from '../../core/provider';
import { rungWords } from '../../core/rungWords';
import { type Citations, citationsOf } from './citations';
import { failureTable } from './failureTable';
import { fieldHeads, propertyRows } from './fieldRows';
import { markdown } from './markdown';
import { type ObjectIndex, objectIndexOf } from './objectIndex';
import { operationSection } from './operationSection';
import { webhookSection } from './webhookSection';

const { anchorOf, bullets, code, link, prose, table } = markdown;

export interface PageNames {
  /** The environment variable that holds a credential for the command line. */
  variableOf(provider: string, field: string): string;
}

/** All that a provider says about itself, as a page of Markdown. */
export function referencePage(provider: Provider, names: PageNames): string {
  const { id, title, docs, notice, rung, operations } = provider;
  const sections = sectionsOf(provider, names);
  return `${[
    '<!-- Written by "npm run docs" from the definition of the provider. -->',
    `# ${prose(title)}`,
    ...(notice === undefined ? [] : [`> ${prose(notice)}`]),
    `Provider ${code(id)}, ${operations.length} operations · ${link('documentation of the API', docs)}`,
    prose(rungWords(rung).sentence),
    sections.map(([heading]) => link(heading, anchorOf(heading))).join(' · '),
    ...sections.map(([heading, text]) => `## ${heading}\n\n${text}`),
  ].join('\n\n')}\n`;
}

const headings = [
  'Connection',
  'Operations',
  'Objects',
  'Failures',
  'Webhooks',
  'In the tree',
  'Not here',
  'Disputed',
  'Gaps',
  'Sources',
] as const;

/** Heading and text; what a provider does not have is left out. */
function sectionsOf(provider: Provider, names: PageNames): readonly (readonly [string, string])[] {
  const { operations, resources, gaps } = provider;
  const citations = citationsOf(provider);
  const objects = objectIndexOf(provider, [...headings, ...operations.map((operation) => operation.title)]);
  const texts: Readonly<Record<(typeof headings)[number], string>> = {
    Connection: connectionText(provider, citations, names),
    Operations: [
      operationList(provider),
      ...operations.map((operation) => operationSection(provider, objects, operation)),
    ].join('\n\n'),
    Objects: objectSections(objects),
    Failures: `${failureWords(provider)}\n\n${failureTable(provider, citations)}`,
    Webhooks: webhookSection(provider, citations),
    'In the tree': bullets(resources.collections.map((collection) => collectionText(provider, collection))),
    'Not here': absentText(provider, citations),
    Disputed: disputedText(provider, citations),
    Gaps: gaps.length === 0 ? '' : `${gapWords}\n\n${bullets(gaps.map(prose))}`,
    Sources: citations.list,
  };
  return headings.map((heading) => [heading, texts[heading]] as const).filter(([, text]) => text !== '');
}

const absentWords = 'Calls that descriptions of the API list and that are no operations here.';

const absentOnEmulator =
  ' The emulator refuses them as an address that does not exist, with the header `x-esign-not-emulated` and a text that says so.';

function absentText({ absent = [], rung }: Provider, { cite }: Citations): string {
  if (absent.length === 0) return '';
  const rows = absent.map(({ method, path, title, source }) => [prose(title), code(`${method} ${path}`), cite(source)]);
  const words = `${absentWords}${rung === 'emulated' ? absentOnEmulator : ''}`;
  return `${words}\n\n${table(['Call', 'Address', 'Source'], rows)}`;
}

function disputedText({ disputes = [] }: Provider, { cite }: Citations): string {
  if (disputes.length === 0) return '';
  const rows = disputes.map(({ point, says, here }) => [
    prose(point),
    says.map(({ source, text }) => `${prose(text)} ${cite(source)}`).join('<br>'),
    prose(here),
  ]);
  return `On what the sources disagree.\n\n${table(['Point', 'Sources', 'Here'], rows)}`;
}

const gapWords = 'What no source documents, and the product therefore does not claim.';

function failureWords({ rung }: Provider): string {
  const made =
    rung === 'emulated'
      ? ': the emulator made them up after their family, and names them in the header `x-esign-illustrative` of its reply'
      : '';
  return `Of an answer marked *illustrative* no source gives the named parts${made}. Parts in braces vary.`;
}

function connectionText(
  { id, environments, pathPrefix, auth }: Provider,
  citations: Citations,
  { variableOf }: PageNames,
): string {
  const kinds = auth.kinds.map((kind) => credentialText(kind, (field) => variableOf(id, field)));
  const prefix =
    pathPrefix === undefined
      ? []
      : [
          `A connection may change how paths begin. Default ${code(pathPrefix.default)}; known are ${pathPrefix.known.map(prefixText).join(', ')}. ${prose(pathPrefix.description)}`,
        ];
  return [environmentTable(environments, citations), ...prefix, ...kinds].join('\n\n');
}

function prefixText(prefix: string): string {
  return prefix === '' ? 'none at all' : code(prefix);
}

function environmentTable(environments: readonly Environment[], { cite }: Citations): string {
  const rows = environments.map(({ title, baseUrl, hosts = {}, live, limits }) => [
    prose(title),
    code(baseUrl),
    Object.entries(hosts)
      .map(([name, origin]) => `${name}: ${code(origin)}`)
      .join('<br>'),
    live ? 'yes' : '',
    limits === undefined ? '' : `${limitWords(limits).map(prose).join('<br>')} ${cite(limits.source)}`,
  ]);
  return table(['Environment', 'Base URL', 'Other hosts', 'Reaches real people', 'Limits'], rows);
}

function credentialText({ title, fields }: CredentialKind, variableOf: (field: string) => string): string {
  const rows = Object.entries(fields.shape).map(([name, schema]) => {
    const { meta } = shapeOf(schema);
    const optional = schema.safeParse(undefined).success;
    return [
      prose(meta.title ?? name),
      code(variableOf(name)),
      [meta.secret ? 'secret' : '', optional ? 'optional' : ''].filter((word) => word !== '').join(', '),
      prose(meta.description ?? ''),
    ];
  });
  return `**Credentials: ${prose(title)}**\n\n${table(['Credential', 'Variable of the command line', 'Kind', 'Description'], rows)}`;
}

const operationHints =
  'Under “Required”, a field inside an object counts once that object is there. `a[].b` is the field `b` of each item of the list `a`.';

function operationList({ operations }: Provider): string {
  const rows = operations.map(({ id, title, method, path }) => [
    link(prose(title), anchorOf(title)),
    code(id),
    code(`${method} ${path}`),
  ]);
  return `${table(['Operation', 'Id', 'Call'], rows)}\n\n${operationHints}`;
}

function collectionText({ operations }: Provider, { title, noun, unlisted, create }: Collection): string {
  const titles = operations.filter(({ id }) => create.includes(id)).map((operation) => operation.title);
  const made = titles.map((name) => link(prose(name), anchorOf(name))).join(', ');
  return [
    `**${prose(title)}.**`,
    unlisted === undefined ? 'Listed by the API.' : `${prose(unlisted)} Pin a ${prose(noun)} by its id.`,
    ...(made === '' ? [] : [`New ones: ${made}.`]),
  ].join(' ');
}

function objectSections(objects: ObjectIndex): string {
  return objects.all
    .map(({ name, shape }) => `### ${prose(name)}\n\n${table(fieldHeads, propertyRows(objects, '', shape))}`)
    .join('\n\n');
}
