import { t } from '@vscode/l10n';
import { apisText } from '../javascript/apisText';
import { headLines } from '../javascript/headText';
import { jsLiteral, jsTextOf, jsValue } from '../javascript/jsText';
import { checkText, commentText, outputsText } from '../javascript/scenarioText';
import { valuesText } from '../javascript/valuesText';
import type {
  ExportPlan,
  NamedValue,
  PlannedBody,
  PlannedRequest,
  PlannedStep,
  PlannedTokenCall,
  PlannedValue,
} from '../plan/exportPlan';
import { type LinearStep, linearSteps } from '../plan/linearSteps';
import type { Remark, WrittenExport } from '../writtenExport';
import { multipartScript } from './multipartScript';
import { scopesText } from './scopesText';

/** Requests for httpYac (httpyac.github.io), on the command line and in the editor. */
export function writeHttp(plan: ExportPlan): WrittenExport {
  const { steps, remarks } = linearSteps(plan, t('A .http file'));
  const all = [...remarks, ...steps.flatMap(({ step }) => remarksOf(step))];
  if (all.some(({ severity }) => severity === 'error')) return { text: undefined, remarks: all };
  const regions = steps.flatMap((linear) => [...tokenRegions(plan, linear), stepRegion(plan, linear)]);
  return { text: [head(plan), globalRegion(plan, steps), ...regions].join('\n'), remarks: all };
}

/** It sends one request after the other, once. */
function remarksOf({ onFailure }: PlannedStep): readonly Remark[] {
  return onFailure
    .filter(({ type }) => type === 'retry')
    .map(({ pointer }) => ({
      pointer,
      message: t('A .http file tries nothing again: the step is tried once. Export to k6 or vitest for retries.'),
      severity: 'warning',
    }));
}

function head(plan: ExportPlan): string {
  return headLines(plan, ['npx httpyac send --all FILE'], 'NAME=VALUE npx httpyac send --all FILE')
    .map((line) => titleText(`# ${line}`.trimEnd()).concat('\n'))
    .join('');
}

/** What all requests share, without a request of its own. */
function globalRegion(plan: ExportPlan, steps: readonly LinearStep[]): string {
  const scopes = [...new Set(steps.map(({ scope }) => scope))];
  return `${script(`function readEnvironment() {
  return process.env;
}

${scopesText(plan, scopes)}
${apisText}
${valuesText}
Object.assign(exports, {
  addressOf, at, base64, boundary, compare, credential, form, hostOf, matches, multipart, need, only, pageOf, replyOf,
  scopeOf, search, segment, text, tokens,
});`)}`;
}

/** Braces would begin an expression. */
function titleText(text: string): string {
  return commentText(text).replaceAll('{{', '{ {').replaceAll('}}', '} }');
}

/** Between two lines of braces; none may stand within. */
function script(text: string, event = ''): string {
  return `{{${event}\n${text}\n}}\n`;
}

function tokenRegions({ apis }: ExportPlan, { tokensOf }: LinearStep): readonly string[] {
  const calls = apis.find(({ id }) => id === tokensOf)?.tokenCalls ?? [];
  return calls.map((call) => tokenRegion(tokensOf ?? '', call));
}

function tokenRegion(api: string, { name, request }: PlannedTokenCall): string {
  const keep = `tokens[${jsLiteral(api)}] = { ...tokens[${jsLiteral(api)}], [${jsLiteral(name)}]: reply.body };`;
  const check = '[["the reply is a success", (c) => c.reply.status >= 200 && c.reply.status <= 299]]';
  return [
    `### ${titleText(`${name} of ${api}`)}\n`,
    script('exports.c = { tokens };'),
    requestText(request),
    script(
      `const reply = replyOf(response.statusCode, response.headers, response.body);\n${keep}\n${tests('{ reply }', check)}`,
    ),
  ].join('');
}

function stepRegion({ file }: ExportPlan, { step, scope, label }: LinearStep): string {
  const { call } = step;
  const sent = call.kind === 'request' ? requestText(call.request) : pageText(step);
  const checks = `[\n${step.checks.map((check) => `  ${checkText(check)},\n`).join('')}]`;
  const keep = `c.steps[${jsLiteral(step.stepId)}] = ${outputsText(step.outputs)};`;
  return [
    `### ${titleText(label)}\n`,
    `# From ${titleText(`${file}:${step.line} ${step.title}`)}\n`,
    // httpYac reads the number and takes it for milliseconds; JetBrains' HTTP Client takes one without a unit for seconds
    // (jetbrains.com/help/idea/exploring-http-syntax.html).
    ...(step.timeoutMs === undefined ? [] : [`# @timeout ${step.timeoutMs} ms\n`]),
    script(`exports.c = scopeOf(${jsLiteral(scope.prefix)});`),
    sent,
    script(
      [
        'c.request = { url: request.url, method: request.method, headers: request.headers };',
        'c.reply = replyOf(response.statusCode, response.headers, response.body);',
        keep,
        tests('c', checks),
      ].join('\n'),
    ),
  ].join('');
}

function tests(moment: string, checks: string): string {
  return `for (const [condition, holds] of ${checks}) {
  test(condition, () => {
    if (!holds(${moment})) throw new Error("it does not hold, and the status is " + response.statusCode);
  });
}`;
}

function pageText({ call }: PlannedStep): string {
  if (call.kind !== 'page') return '';
  const url = filled(`pageOf(${jsLiteral(call.api)}, ${jsTextOf(call.link)})`);
  if (call.method === 'GET') return `GET ${url}\n\n`;
  const fields = call.form === undefined ? '{}' : jsValue(call.form);
  return `POST ${url}\ncontent-type: application/x-www-form-urlencoded\n\n${filled(`form(Object.entries(${fields}))`)}\n\n`;
}

function requestText({ api, host, method, path, query, headers, body }: PlannedRequest): string {
  const base = host === undefined ? `addressOf(${jsLiteral(api)})` : `hostOf(${jsLiteral(api)}, ${jsLiteral(host)})`;
  const segments = path.map((part) => (typeof part === 'string' ? part : segmentText(part)));
  const search = query.length === 0 ? '' : filled(`search([${query.map(pairText).join(', ')}])`);
  const lines = headers.map(({ name, value }) => `${name}: ${inlineText(value)}\n`);
  return `${method} ${filled(base)}${segments.join('')}${search}\n${lines.join('')}${body === undefined ? '\n' : bodyText(body)}\n`;
}

function segmentText({ name, value }: NamedValue): string {
  return filled(`segment(${jsLiteral(name)}, ${jsValue(value)})`);
}

function pairText({ name, value }: NamedValue): string {
  return `[${jsLiteral(name)}, ${jsValue(value)}]`;
}

/** An expression of JavaScript in the place of a text. */
function filled(expression: string): string {
  return `{{${expression}}}`;
}

function inlineText(value: PlannedValue): string {
  const plain = value.kind === 'literal' && typeof value.value === 'string' && /^[\w /.,;*=+-]*$/.test(value.value);
  return plain ? String(value.value) : filled(jsTextOf(value));
}

function bodyText(body: PlannedBody): string {
  switch (body.kind) {
    case 'json':
      return `\n${jsonText(body.value)}\n\n`;
    case 'form':
      return `\n${filled(`form(Object.entries(${jsValue(body.value)}))`)}\n\n`;
    case 'multipart':
      return multipartScript(body.parts);
  }
}

/** JSON, in which nothing but our own expressions has two braces. */
function jsonText(value: PlannedValue, indent = ''): string {
  const further = `${indent}  `;
  switch (value.kind) {
    case 'list':
      return block(
        '[',
        value.items.map((item) => jsonText(item, further)),
        ']',
        indent,
      );
    case 'object':
      return block(
        '{',
        value.members.map(({ name, value: member }) => `${jsLiteral(name)}: ${jsonText(member, further)}`),
        '}',
        indent,
      );
    case 'literal':
      return jsonLiteral(value, indent);
    default:
      return filled(`JSON.stringify(${jsValue(value)})`);
  }
}

function jsonLiteral({ value }: Extract<PlannedValue, { kind: 'literal' }>, indent: string): string {
  const literal = (one: typeof value): PlannedValue => ({ kind: 'literal', value: one });
  if (Array.isArray(value)) return jsonText({ kind: 'list', items: value.map(literal) }, indent);
  if (typeof value !== 'object' || value === null) return jsLiteral(value);
  const members = Object.entries(value).map(([name, member]) => ({ name, value: literal(member) }));
  return jsonText({ kind: 'object', members }, indent);
}

function block(start: string, lines: readonly string[], end: string, indent: string): string {
  if (lines.length === 0) return `${start}${end}`;
  return `${start}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${end}`;
}
