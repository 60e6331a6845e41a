import { config } from '@vscode/l10n';
import { isTexts } from '../src/protocol/jsonKinds';
import type { Message, MessageHandlers } from '../src/protocol/messages';
import { openingElement, textsElement } from '../src/protocol/pages/textsElement';
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
  config({ contents: textOf(textsElement) || '{}' });
  takeSecondStrokes();
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (isForeign(event)) return;
    deliver(handlers, event.data as Message<ToWebview>);
  });
  return (type, payload) => api.postMessage({ type, ...payload });
}

/** Takes what stands in the page like messages of the host. Tells whether anything does. */
export function takeOpening<ToWebview>(handlers: MessageHandlers<ToWebview>): boolean {
  const opening: readonly Message<ToWebview>[] = JSON.parse(textOf(openingElement) || '[]');
  for (const message of opening) deliver(handlers, message);
  return opening.length > 0;
}

/** Survives while the panel is hidden. For what the host does not know: text that is no value yet. */
export function keep(state: Readonly<Record<string, string>>): void {
  api.setState(state);
}

export function kept(): Readonly<Record<string, string>> {
  const state = api.getState();
  return isTexts(state) ? state : {};
}

function deliver<ToWebview>(handlers: MessageHandlers<ToWebview>, message: Message<ToWebview>): void {
  const type: keyof ToWebview = message.type;
  if (Object.hasOwn(handlers, type)) handlers[type](message);
}

function textOf(element: string): string | undefined {
  return document.getElementById(element)?.textContent;
}
