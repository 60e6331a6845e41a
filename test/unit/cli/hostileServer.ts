import http from 'node:http';
import type net from 'node:net';
import zlib from 'node:zlib';

/** Answers in odd ways: the first segment of the path names how. */
export type Mode = (response: http.ServerResponse, request: http.IncomingMessage) => void;

export interface HostileServer {
  readonly origin: string;
  close(): Promise<void>;
}

const json = { 'content-type': 'application/json' };
const html = { 'content-type': 'text/html; charset=utf-8' };

/** A note as the demo provider documents it. */
export const note = '{"id":"n1","text":"hello","copies":1}';

export function answer(status: number, headers: http.OutgoingHttpHeaders, body: string | Buffer): Mode {
  return (response) => void response.writeHead(status, headers).end(body);
}

export function page(status: number, title: string, headers: http.OutgoingHttpHeaders = {}): Mode {
  const text = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return answer(status, { ...html, ...headers }, text);
}

export function answerJson(status: number, body: unknown, headers: http.OutgoingHttpHeaders = {}): Mode {
  return answer(status, { ...json, ...headers }, typeof body === 'string' ? body : JSON.stringify(body));
}

/** Ends the connection after these bytes. */
export function breakOff(head: http.OutgoingHttpHeaders, part: string): Mode {
  return (response, request) => {
    response.writeHead(200, { ...json, ...head }).write(part);
    setImmediate(() => request.socket.destroy());
  };
}

export const hangUp: Mode = (_response, request) => request.socket.destroy();

export function raw(bytes: string): Mode {
  return (_response, request) => request.socket.end(bytes);
}

export function gzipped(body: string): Mode {
  return answer(200, { ...json, 'content-encoding': 'gzip' }, zlib.gzipSync(body));
}

export async function startHostileServer(modes: Readonly<Record<string, Mode>>): Promise<HostileServer> {
  const server = http.createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const mode = modes[decodeURIComponent(request.url?.split('/')[1] ?? '')];
      (mode ?? answer(404, json, '{"code":"no-route"}'))(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
