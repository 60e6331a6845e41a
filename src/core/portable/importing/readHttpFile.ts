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
import { ownVariables } from './ownVariables';

/** A `.http` or `.rest` file as REST Client, httpYac and the editors of JetBrains read it. */
export function readHttpFile(text: string): ForeignCollection {
  const variables: ForeignVariable[] = [];
  const leftOut: LeftOut[] = [];
  const calls = regionsOf(text).flatMap(({ title, lines }) => regionCalls(title, lines, variables, leftOut));
  return { calls, variables, leftOut };
}

interface Region {
  readonly title: string;
  readonly lines: string[];
}

/** `###` ends a request; what follows it on its line is the name of the next. */
function regionsOf(text: string): readonly Region[] {
  const regions: Region[] = [{ title: '', lines: [] }];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const separator = /^###+\s*(.*)$/.exec(line);
    if (separator === null) regions.at(-1)?.lines.push(line);
    else regions.push({ title: (separator[1] ?? '').trim(), lines: [] });
  }
  return regions;
}

const requestLine = /^(?:(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|CONNECT)\s+)?(\S.*?)(?:\s+HTTP\/[\d.]+)?\s*$/;

function regionCalls(
  given: string,
  lines: readonly string[],
  variables: ForeignVariable[],
  leftOut: LeftOut[],
): readonly ForeignCall[] {
  let title = given;
  const open = withoutScripts(lines, () => leftOut.push({ what: title || t('A request'), why: scripts() }));
  let line = open.shift();
  for (; line !== undefined; line = open.shift()) {
    const variable = /^\s*@([\w.-]+)\s*:?=\s*(.*)$/.exec(line);
    const name = /^\s*(?:#|\/\/)+\s*@name\s*[= ]\s*(.+?)\s*$/.exec(line);
    if (variable !== null) {
      variables.push({ name: variable[1] ?? '', value: ownVariables((variable[2] ?? '').trim()), isSecret: false });
    } else if (name !== null) title = name[1] ?? title;
    else if (line.trim() !== '' && !/^\s*(?:#|\/\/)/.test(line)) break;
  }
  if (line === undefined) return [];
  const first = requestLine.exec(line.trim());
  const url = [first?.[2] ?? '', ...addressRest(open)].join('');
  const headers = headersOf(open);
  const body = bodyOf(open, headers, () => leftOut.push({ what: title || url, why: scripts() }));
  return [{ title, method: first?.[1] ?? 'GET', url: ownVariables(url), headers, body }];
}

function scripts(): string {
  return t('Scripts, tests and places for replies of .http files cannot be taken over.');
}

/** `{% … %}` of JetBrains, `{{ … }}` on lines of their own and `?? …` of httpYac, `> file` for replies. */
function withoutScripts(lines: readonly string[], found: () => unknown): string[] {
  const kept: string[] = [];
  let end: RegExp | undefined;
  for (const line of lines) {
    if (end !== undefined) {
      if (end.test(line)) end = undefined;
      continue;
    }
    end = endOfScript(line);
    if (end === undefined && !/^\s*(?:\?\?|>>?!?\s|<>\s)/.test(line)) kept.push(line);
    else found();
    if (end?.test(line.replace(/^\s*[<>]?\s*\{[%{]/, ''))) end = undefined;
  }
  return kept;
}

/** How the script ends that begins here. */
function endOfScript(line: string): RegExp | undefined {
  if (/^\s*[<>]\s*\{%/.test(line)) return /%\}/;
  return /^\s*\{\{(?:@\w+|\+\w*)?\s*$/.test(line) ? /^\s*\}\}\s*$/ : undefined;
}

/** Further lines of the address are indented and begin with a part of it. */
function addressRest(open: string[]): readonly string[] {
  const rest: string[] = [];
  while (/^\s+[?&/]/.test(open[0] ?? '')) rest.push((open.shift() ?? '').trim());
  return rest;
}

function headersOf(open: string[]): readonly Pair[] {
  const headers: Pair[] = [];
  for (let line = open.shift(); line !== undefined && line.trim() !== ''; line = open.shift()) {
    const [, name, value = ''] = /^\s*([\w!#$%&'*+.^`|~-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined) headers.push([name.toLowerCase(), ownVariables(value)]);
  }
  return headers;
}

function bodyOf(open: readonly string[], headers: readonly Pair[], found: () => unknown): ForeignBody | undefined {
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const text = open.join('\n').trim();
  const boundary = /^multipart\/.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  if (boundary !== null) return { kind: 'fields', fields: partsOf(text, boundary[1] ?? boundary[2] ?? '') };
  const file = /^<@?(?:\w+)?\s+(\S.*)$/.exec(text);
  if (file !== null && !text.includes('\n')) return { kind: 'file', path: ownVariables(file[1] ?? '') };
  if (/^<@?\s+\S/m.test(text)) found();
  const isForm = /^application\/x-www-form-urlencoded/i.test(type);
  return textBody(ownVariables(isForm ? text.replace(/\n\s*/g, '') : text));
}

function partsOf(text: string, boundary: string): readonly ForeignField[] {
  return text.split(`--${boundary}`).flatMap((part): readonly ForeignField[] => {
    const [, head = '', content = ''] = /^\s*\n?([\s\S]*?)\n\s*\n([\s\S]*)$/.exec(part) ?? [];
    const name = /\bname="([^"]*)"/i.exec(head)?.[1];
    if (name === undefined) return [];
    const file = /^<@?\s+(\S.*)$/.exec(content.trim());
    const value = ownVariables(file?.[1] ?? content.replace(/\n$/, ''));
    return [{ name: ownVariables(name), value, isFile: file !== null }];
  });
}
