import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A server in front of another one, which notes what is sent. */
export interface Recorder {
  readonly baseUrl: string;
  /** In their order, with names in the places of values that differ from run to run. */
  calls(): readonly string[];
  close(): Promise<void>;
}

export async function recordCalls(target: string): Promise<Recorder> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    void passOn(target, request, response, calls);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    calls: () => alike(calls),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function passOn(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  calls: string[],
): Promise<void> {
  const { method = '', url = '', headers } = request;
  const body = await buffer(request);
  const kind = headers['content-type'] ?? '';
  const written = body.toString('latin1');
  calls.push(`${method} ${url} ${kind} ${kind === 'application/json' ? JSON.stringify(JSON.parse(written)) : written}`);
  const { host, accept, authorization, 'content-type': type, 'x-esign-emulator': control } = headers;
  const sent = Object.entries({ host, accept, authorization, 'content-type': type, 'x-esign-emulator': control });
  const reply = await fetch(`${target}${url}`, {
    method,
    headers: sent.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])),
    ...(body.length > 0 && { body }),
  });
  response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? 'text/plain' });
  response.end(Buffer.from(await reply.arrayBuffer()));
}

/** Looks whether an emulator is there, which belongs to no scenario. */
const probe = /^GET \/__emulator /;

/** Ids, tokens and boundaries by when they first came: they are made anew for each run. */
function alike(calls: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  return calls
    .filter((call) => !probe.test(call))
    .map((call) =>
      decoded(call)
        .replace(/----esign-[\w-]+/g, 'boundary')
        .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'address')
        .replace(/[\w=-]{12,}/g, (value) => {
          if (!/\d/.test(value)) return value;
          const name = seen.get(value) ?? `value ${seen.size + 1}`;
          seen.set(value, name);
          return name;
        }),
    );
}

/** In addresses and forms there are two ways to write a blank. */
function decoded(call: string): string {
  const isForm = call.includes('x-www-form-urlencoded');
  const [method = '', url = '', ...rest] = call.split(' ');
  const plain = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
  return [method, plain(url), isForm ? plain(rest.join(' ')) : rest.join(' ')].join(' ');
}
