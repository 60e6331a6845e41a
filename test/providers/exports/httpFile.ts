import vm from 'node:vm';

/**
 * A reader of `.http` files as httpYac has them (https://httpyac.github.io/guide): requests between `###`, scripts
 * between lines of braces, and expressions in braces. The real one runs in `npm run bench -- exports`.
 */
export interface HttpFileResult {
  readonly requests: readonly SentRequest[];
  /** Tests that did not hold. */
  readonly broken: readonly string[];
}

interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  body: string | Uint8Array | undefined;
  readonly timeoutMs?: number;
}

export type Send = (request: SentRequest) => Promise<Answer>;

interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

export async function playHttpFile(text: string, env: Record<string, string>, send: Send): Promise<HttpFileResult> {
  const requests: SentRequest[] = [];
  const broken: string[] = [];
  const exported: Record<string, unknown> = {};
  const test = (name: string, run: () => void) => {
    try {
      run();
    } catch {
      broken.push(name);
    }
  };
  const context = vm.createContext({ exports: exported, process: { env }, Buffer, test });
  const evaluate = (code: string) => {
    const value: unknown = vm.runInContext(code, context);
    Object.assign(context, exported);
    return value;
  };
  for (const region of text.split(/^###.*$/m)) {
    const parts = partsOf(region);
    for (const { code } of parts.before) evaluate(`(() => {${code}\n})()`);
    if (parts.request === '') continue;
    const timeout = /^# @timeout (\d+) ms$/m.exec(region)?.[1];
    const request = {
      ...readRequest(parts.request.replace(/\{\{(.*?)\}\}/g, (_whole, code: string) => String(evaluate(code)))),
      ...(timeout !== undefined && { timeoutMs: Number(timeout) }),
    };
    context['request'] = request;
    for (const { code } of parts.after.filter(({ event }) => event === 'request')) evaluate(`(() => {${code}\n})()`);
    requests.push(request);
    context['response'] = await send(request);
    for (const { code } of parts.after.filter(({ event }) => event !== 'request')) evaluate(`(() => {${code}\n})()`);
  }
  return { requests, broken };
}

interface Script {
  readonly event: string;
  readonly code: string;
}

/** Scripts before the line of the request, the request, and scripts behind it. */
function partsOf(region: string) {
  const before: Script[] = [];
  const after: Script[] = [];
  const request: string[] = [];
  let open: { event: string; lines: string[] } | undefined;
  for (const line of region.split('\n')) {
    const start = /^\{\{(?:@(\w+))?$/.exec(line);
    if (open !== undefined && line === '}}') {
      (request.length === 0 ? before : after).push({ event: open.event, code: open.lines.join('\n') });
      open = undefined;
    } else if (open !== undefined) open.lines.push(line);
    else if (start !== null) open = { event: start[1] ?? '', lines: [] };
    else if (request.length > 0 || !/^\s*(#|$)/.test(line)) request.push(line);
  }
  return { before, after, request: request.join('\n') };
}

function readRequest(text: string): SentRequest {
  const [head = '', ...rest] = text.trimEnd().split('\n\n');
  const [first = '', ...headers] = head.split('\n');
  const [method = '', url = ''] = first.split(' ');
  const fields = headers.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return { method, url, headers: Object.fromEntries(fields), body: rest.length === 0 ? undefined : rest.join('\n\n') };
}
