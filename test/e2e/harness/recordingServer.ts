import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { atEnd } from '../../host/lifetime.mjs';

/** A server of this machine that notes whatever reaches it, and gives a token for an answer. */
export interface RecordingServer {
  readonly url: string;
  readonly port: number;
  /** Each request in full: line, headers and body. */
  readonly requests: readonly string[];
  /** How often anybody connected, with or without a request. */
  connections(): number;
  end(): Promise<void>;
}

/** Whoever asked for a token goes on to the call that it was for. */
export const plantedToken = 'planted-access-token';

/** Undefined when the port is taken. */
export async function startRecordingServer(port: number): Promise<RecordingServer | undefined> {
  const requests: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    void wholeText(request).then((text) => {
      requests.push(text);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ access_token: plantedToken, token_type: 'Bearer', expires_in: 3600 }));
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  const listening = once(server, 'listening');
  server.listen(port, '127.0.0.1');
  const isListening = await listening.then(
    () => true,
    () => false,
  );
  if (!isListening) return undefined;
  const end = async (): Promise<void> => {
    forget();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  const forget = atEnd(end);
  return { url: `http://127.0.0.1:${port}`, port, requests, connections: () => connections, end };
}

async function wholeText(request: IncomingMessage): Promise<string> {
  const { method, url, rawHeaders } = request;
  const body = await request.setEncoding('utf8').reduce((text: string, part: string) => text + part, '');
  return [`${method} ${url}`, ...rawHeaders, body].join('\n');
}
