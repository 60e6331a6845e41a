import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { addressOn, placeBelow } from '../../core/addresses/webAddress';
import { type LoginAnswer, readLoginAnswer } from '../../core/login/browserLogin';

export interface LoginListener {
  /** On this machine; a browser elsewhere needs it forwarded. */
  readonly url: string;
  /** The first answer that has the state; undefined when none came in time, or it was ended. */
  readonly answer: Promise<Exclude<LoginAnswer, { kind: 'foreign' }> | undefined>;
  end(): void;
}

const path = '/callback';

/** A request names a path alone. */
const anyOrigin = 'http://127.0.0.1';

/** Waits on this machine alone, for one answer of one sign-in. */
export async function listenForLogin(state: string, waitMs: number): Promise<LoginListener> {
  let settle: (answer: Exclude<LoginAnswer, { kind: 'foreign' }> | undefined) => void = () => {};
  const answer = new Promise<Exclude<LoginAnswer, { kind: 'foreign' }> | undefined>((resolve) => {
    settle = resolve;
  });
  const server = createServer((request, response) => {
    const asked = addressOn(anyOrigin, request.url ?? '');
    const place = asked === undefined ? undefined : placeBelow(anyOrigin, asked);
    if (request.method !== 'GET' || place?.pathname !== path) return say(response, 404, 'There is nothing here.');
    const read = readLoginAnswer(place.searchParams, state);
    if (read.kind === 'foreign') {
      return say(response, 400, 'This is not the answer to the sign-in that waits here.');
    }
    const told = read.kind === 'code' ? 'You are signed in.' : 'The sign-in was refused.';
    say(response, 200, `${told} Close this page and go back to the editor.`);
    end(read);
  });
  const end = (read?: Exclude<LoginAnswer, { kind: 'foreign' }>) => {
    clearTimeout(timer);
    settle(read);
    server.close();
    server.closeIdleConnections();
  };
  const timer = setTimeout(() => end(), waitMs);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return { url: `http://127.0.0.1:${port}${path}`, answer, end: () => end() };
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(
    `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>E-Sign Workbench</title><p>${text}</p></html>`,
  );
}
