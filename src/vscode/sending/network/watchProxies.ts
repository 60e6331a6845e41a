import { EventEmitter } from 'node:events';
import type http from 'node:http';
import { t } from '@vscode/l10n';
import type { ProxyFailure } from '../../../core/http';
import { errorCode } from '../../../core/typing/errorCode';
import { currentNotes } from '../../../node/http/callNotes';

type Connect = (request: unknown, options: unknown) => unknown;

/** What VS Code's agent tells of each connection is noted with the call that it is made for. */
export function watchProxies(agent: http.Agent, source: () => string): void {
  const { connect } = agent as { connect?: Connect };
  if (typeof connect !== 'function') return;
  const watched: Connect = (request, options) => {
    if (request instanceof EventEmitter) noteProxy(request, source);
    return connect.call(agent, request, options);
  };
  Object.assign(agent, { connect: watched });
}

function noteProxy(request: EventEmitter, source: () => string): void {
  const notes = currentNotes();
  if (notes === undefined) return;
  // What a proxy answers in the place of a tunnel is handed on as if the server had said it.
  request.once('response', ({ socket }: http.IncomingMessage) => {
    notes.isSecure = 'encrypted' in socket;
  });
  request.once('proxy', (told: unknown) => {
    const { proxy: text, error } = told as { readonly proxy?: unknown; readonly error?: unknown };
    const proxy = typeof text === 'string' ? shownProxy(text) : undefined;
    if (proxy === undefined) return;
    notes.proxy = { proxy, source: source() };
    if (error !== undefined) notes.fault = faultOf(notes.proxy, error);
  });
}

/** As PAC files write it, for example `PROXY user:password@host:3128`, without what nobody should read. */
function shownProxy(text: string): string | undefined {
  const [, kind = '', place] = /^(\w+)\s+(?:\S*@)?([^\s@]+)$/.exec(text.trim()) ?? [];
  if (place === undefined) return undefined;
  const scheme = kind.startsWith('SOCKS') ? 'socks' : kind === 'HTTPS' ? 'https' : 'http';
  return `${scheme}://${place}`;
}

function faultOf(proxy: Pick<ProxyFailure, 'proxy' | 'source'>, error: unknown): ProxyFailure {
  const failure = { kind: 'proxyFailed', ...proxy } as const;
  const code = errorCode(error);
  const message = error instanceof Error ? error.message : '';
  if (/ended before/.test(message) || code === 'ECONNRESET') {
    return { ...failure, fault: 'ended', detail: t('it ended the connection before it answered') };
  }
  if (/authentication|rejected/i.test(message)) {
    return { ...failure, fault: 'refused', detail: t('it does not connect to this host') };
  }
  const detail =
    code === undefined ? t('no connection to it could be made') : t('no connection to it could be made ({0})', code);
  return { ...failure, fault: 'unreachable', detail, ...(code !== undefined && { code }) };
}
