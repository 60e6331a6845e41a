import { config } from '@vscode/l10n';
import { isTexts } from '../src/protocol/jsonKinds';
import type { Message, MessageHandlers } from '../src/protocol/messages';
import { textsElement } from '../src/protocol/pages/textsElement';
import { takeSecondStrokes } from './secondStroke';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

// The editor hands the API out once, so nothing else in the page can reach it.
const api = acquireVsCodeApi();

export type Post<ToHost> = <Type extends keyof ToHost>(type: Type, payload: ToHost[Type]) => void;

/** Listens to the host and returns the way to it. The caller says `ready` once its handlers can be called, and which messages are of others. */
export function connect<ToHost, ToWebview>(
  handlers: MessageHandlers<ToWebview>,
  isForeign: (event: MessageEvent<unknown>) => boolean = () => false,
): Post<ToHost> {
  config({ contents: document.getElementById(textsElement)?.textContent || '{}' });
  takeSecondStrokes();
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (isForeign(event)) return;
    const message = event.data as Message<ToWebview>;
    const type: keyof ToWebview = message.type;
    if (Object.hasOwn(handlers, type)) handlers[type](message);
  });
  return (type, payload) => api.postMessage({ type, ...payload });
}

/** Survives while the panel is hidden. For what the host does not know: text that is no value yet. */
export function keep(state: Readonly<Record<string, string>>): void {
  api.setState(state);
}

export function kept(): Readonly<Record<string, string>> {
  const state = api.getState();
  return isTexts(state) ? state : {};
}
