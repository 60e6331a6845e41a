import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { t } from '@vscode/l10n';
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

/** Waits on this machine alone, for one answer of one sign-in. `language` is that of its page, which a person sees. */
export async function listenForLogin(state: string, waitMs: number, language = 'en'): Promise<LoginListener> {
  let settle: (answer: Exclude<LoginAnswer, { kind: 'foreign' }> | undefined) => void = () => {};
  const answer = new Promise<Exclude<LoginAnswer, { kind: 'foreign' }> | undefined>((resolve) => {
    settle = resolve;
  });
  const server = createServer((request, response) => {
    const say = (status: number, text: string) => sayIn(language, response, status, text);
    const asked = addressOn(anyOrigin, request.url ?? '');
    const place = asked === undefined ? undefined : placeBelow(anyOrigin, asked);
    if (request.method !== 'GET' || place?.pathname !== path) return say(404, t('There is nothing here.'));
    const read = readLoginAnswer(place.searchParams, state);
    if (read.kind === 'foreign') {
      return say(400, t('This is not the answer to the sign-in that waits here.'));
    }
    const told = read.kind === 'code' ? t('You are signed in.') : t('The sign-in was refused.');
    say(200, `${told} ${t('Close this page and go back to the editor.')}`);
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

function sayIn(language: string, response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(
    `<!DOCTYPE html><html lang="${language}"><meta charset="utf-8"><title>E-Sign Workbench</title><p>${text}</p></html>`,
  );
}
