import { toBase64 } from '../../../attachments/base64';
import type {
  ExportPlan,
  NamedValue,
  PlannedAction,
  PlannedApi,
  PlannedBody,
  PlannedCheck,
  PlannedInput,
  PlannedOutput,
  PlannedPart,
  PlannedRequest,
  PlannedStep,
  PlannedWorkflow,
} from '../plan/exportPlan';
import { jsCheck, jsKey, jsLiteral, jsObject, jsRead, jsTextOf, jsValue } from './jsText';

/** The APIs and workflows of a plan as constants of JavaScript. */
export function scenarioConstants({ apis, workflows, file }: ExportPlan): string {
  const api = apis.map((one) => `  ${jsLiteral(one.id)}: ${apiText(one)},\n`);
  const workflow = workflows.map((one) => `  ${jsKey(one.workflowId)}: ${workflowText(one, file)},\n`);
  return `const apis = {\n${api.join('')}};\n\nconst workflows = {\n${workflow.join('')}};\n`;
}

function apiText(api: PlannedApi): string {
  const calls = api.tokenCalls.map(
    ({ name, request }) => `\n      { name: ${jsLiteral(name)}, request: (c) => (${requestText(request, 6)}) },`,
  );
  return `{${apiConstants(api)}    refusals: ${jsLiteral(api.refusals)},\n    tokenCalls: [${calls.join('')}${calls.length === 0 ? '' : '\n    '}],\n  }`;
}

/** Where an API is, and where its credentials come from. */
export function apiConstants({ title, variable, baseUrl, hosts, liveUrls, credentials }: PlannedApi): string {
  const names = Object.fromEntries(credentials.map(({ field, variable: name }) => [field, name]));
  return `
    title: ${jsLiteral(title)},
    variable: ${jsLiteral(variable)},
    fallback: ${jsLiteral(baseUrl)},
    hosts: ${jsLiteral(hosts)},
    live: ${jsLiteral(liveUrls)},
    credentials: ${jsLiteral(names)},
`;
}

function workflowText({ inputs, steps, outputs, line }: PlannedWorkflow, file: string): string {
  return `{
    // ${commentText(`${file}:${line}`)}
    inputs: [${inputs.map(inputText).join(', ')}],
    steps: [
${steps.map((step) => stepText(step, file)).join('')}    ],
    outputs: (c) => (${outputsText(outputs)}),
  }`;
}

/** Nothing of it can end the line that it is in, or tell a tool what to do, as comments with an at sign do. */
export function commentText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replaceAll('@', '(at)')
    .replaceAll('{{', '{ {')
    .replaceAll('}}', '} }');
}

export function inputText({ name, variable, isText, isRequired, fallback }: PlannedInput): string {
  const members = `name: ${jsLiteral(name)}, variable: ${jsLiteral(variable)}, isText: ${isText}`;
  const standard = fallback === undefined ? '' : `, fallback: ${jsLiteral(fallback)}`;
  return `{ ${members}, isRequired: ${isRequired}${standard} }`;
}

function stepText(step: PlannedStep, file: string): string {
  const members = [
    `id: ${jsLiteral(step.stepId)}`,
    ...callMembers(step),
    `checks: ${block(step.checks.map(checkText))}`,
    ...(step.outputs.length === 0 ? [] : [`outputs: (c) => (${outputsText(step.outputs)})`]),
    ...actionMembers('onSuccess', step.onSuccess),
    ...actionMembers('onFailure', step.onFailure),
    ...(step.timeoutMs === undefined ? [] : [`timeoutMs: ${step.timeoutMs}`]),
  ];
  const title = commentText(`${file}:${step.line} ${step.title}`);
  return `      // ${title}\n      {\n${members.map((member) => `        ${member},\n`).join('')}      },\n`;
}

function block(lines: readonly string[]): string {
  return lines.length === 0 ? '[]' : `[\n${lines.map((line) => `          ${line},\n`).join('')}        ]`;
}

function callMembers({ call }: PlannedStep): readonly string[] {
  switch (call.kind) {
    case 'workflow':
      return [`workflow: ${jsLiteral(call.workflowId)}`, `inputs: (c) => (${namedText(call.inputs)})`];
    case 'page': {
      const url = `pageOf(${jsLiteral(call.api)}, ${jsTextOf(call.link)})`;
      if (call.method === 'GET') return [`request: (c) => ({ method: "GET", url: ${url}, headers: {} })`];
      const fields = call.form === undefined ? '{}' : jsValue(call.form);
      const headers = jsLiteral({ 'content-type': 'application/x-www-form-urlencoded' });
      const body = `form(Object.entries(${fields}))`;
      return [`request: (c) => ({ method: "POST", url: ${url}, headers: ${headers}, body: ${body} })`];
    }
    case 'request': {
      const { request } = call;
      const api = request.usesToken ? [`api: ${jsLiteral(request.api)}`] : [];
      return [...api, `request: (c) => (${requestText(request, 8)})`];
    }
  }
}

export function requestText({ api, host, method, path, query, headers, body }: PlannedRequest, indent: number): string {
  const base = host === undefined ? `addressOf(${jsLiteral(api)})` : `hostOf(${jsLiteral(api)}, ${jsLiteral(host)})`;
  const segments = path.map((part) => (typeof part === 'string' ? jsLiteral(part) : segmentText(part)));
  const search = query.length === 0 ? [] : [`search(${pairsText(query)})`];
  const type =
    body?.kind === 'multipart' ? [['content-type', '"multipart/form-data; boundary=" + boundary'] as const] : [];
  const fields = jsObject([...headers.map(({ name, value }) => [name, jsTextOf(value)] as const), ...type]);
  const blanks = ' '.repeat(indent);
  const lines = [
    `method: ${jsLiteral(method)},`,
    `url: ${[base, ...segments, ...search].join(' + ')},`,
    `headers: ${fields},`,
    ...(body === undefined ? [] : [`body: ${bodyText(body)},`]),
    // Criteria may ask for what was sent.
    ...(path.some((part) => typeof part !== 'string')
      ? [`path: ${namedText(path.filter((part) => typeof part !== 'string'))},`]
      : []),
    ...(query.length === 0 ? [] : [`query: ${namedText(query)},`]),
  ];
  return `{\n${lines.map((line) => `${blanks}  ${line}\n`).join('')}${blanks}}`;
}

function segmentText({ name, value }: NamedValue): string {
  return `segment(${jsLiteral(name)}, ${jsValue(value)})`;
}

function pairsText(values: readonly NamedValue[]): string {
  return `[${values.map(({ name, value }) => `[${jsLiteral(name)}, ${jsValue(value)}]`).join(', ')}]`;
}

function namedText(values: readonly NamedValue[]): string {
  return jsValue({ kind: 'object', members: values });
}

function bodyText(body: PlannedBody): string {
  switch (body.kind) {
    case 'json':
      return `JSON.stringify(${jsValue(body.value)})`;
    case 'form':
      return `form(Object.entries(${jsValue(body.value)}))`;
    case 'multipart':
      return `multipart([${body.parts.map(partText).join(', ')}])`;
  }
}

export function partText(part: PlannedPart): string {
  if (part.kind === 'text') return `{ name: ${jsLiteral(part.name)}, value: ${jsValue(part.value)} }`;
  const { name, fileName, mediaType, bytes } = part;
  return jsLiteral({ name, fileName, mediaType, bytes: toBase64(bytes) });
}

export function checkText(check: PlannedCheck): string {
  return `[${jsLiteral(check.text)}, (c) => ${jsCheck(check)}]`;
}

/** Those without a value are left out, as JSON leaves them out. */
export function outputsText(outputs: readonly PlannedOutput[]): string {
  return jsObject(outputs.map(({ name, value }) => [name, jsRead(value)]));
}

function actionMembers(name: string, actions: readonly PlannedAction[]): readonly string[] {
  return actions.length === 0 ? [] : [`${name}: ${block(actions.map(actionText))}`];
}

function actionText(action: PlannedAction): string {
  const goal = action.type === 'end' || action.goal === undefined ? [] : [`goal: ${goalText(action.goal)}`];
  const tries = action.type === 'retry' ? [`afterSeconds: ${action.afterSeconds}`, `limit: ${action.limit}`] : [];
  const when = action.checks.map(jsCheck).join(' && ');
  const members = [
    `name: ${jsLiteral(action.name)}`,
    `type: ${jsLiteral(action.type)}`,
    ...goal,
    ...tries,
    ...(when === '' ? [] : [`when: (c) => ${when}`]),
  ];
  return `{ ${members.join(', ')} }`;
}

function goalText(goal: Exclude<Extract<PlannedAction, { type: 'goto' }>['goal'], undefined>): string {
  return goal.kind === 'step'
    ? `{ stepId: ${jsLiteral(goal.stepId)} }`
    : `{ workflowId: ${jsLiteral(goal.workflowId)} }`;
}
