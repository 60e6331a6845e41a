import type { EmulatorTools } from '../../../../core/emulation';
import type { Headers } from '../../../../core/http';
import type { CallbackEvent } from '../../operations/callbacks/callbackEvents';
import type { CallbackReply } from '../../operations/callbacks/callbacks';
import type { EmulatedPackage, State } from '../state';
import type { RegisteredCallback } from './registeredCallback';

export interface PackageEvent {
  readonly name: CallbackEvent;
  /** ID of the sender or the signer who caused it. */
  readonly sessionUser: string;
  readonly documentId?: string;
  readonly message?: string;
  /** Epoch milliseconds, where it happened before now. */
  readonly at?: number;
}

/** Calls whoever is registered for an event. Nothing is repeated: OneSpan mails the sender what could not be delivered. */
export function tell(state: State, { id: document }: EmulatedPackage, event: PackageEvent, tools: EmulatorTools): void {
  const { callback, registered } = state;
  const at = event.at ?? tools.now();
  const call = (to: string, headers: Headers) => {
    if (to === '') return;
    const payload = payloadOf(event, document, at);
    const sent = { 'content-type': 'application/json; charset=utf-8', ...headers };
    tools.deliver({
      channel: 'webhook',
      purpose: 'event',
      to,
      document,
      event: event.name,
      headers: sent,
      payload,
      at,
    });
  };
  if (callback?.events.includes(event.name)) call(callback.url, headersOf(callback));
  if (registered !== undefined) call(registered.callbackUrl, proofOf(registered));
}

/** All keys are there in what was captured, null where they say nothing. */
function payloadOf({ name, sessionUser, documentId, message }: PackageEvent, packageId: string, at: number) {
  return {
    '@class': 'com.silanis.esl.packages.event.ESLProcessEvent',
    name,
    sessionUser,
    packageId,
    message: message ?? null,
    documentId: documentId ?? null,
    createdDate: new Date(at).toISOString(),
  };
}

/** The key goes out as it is. The token of an authorization server is not fetched: nothing leaves the machine. */
function headersOf({ key, authType, customHeaders }: CallbackReply): Headers {
  const own = (customHeaders ?? []).flatMap(({ key: name, value }) => (name ? [[name, value ?? '']] : []));
  const isKeySent = key !== null && key !== '' && (authType ?? 'BASIC') === 'BASIC';
  return { ...Object.fromEntries(own), ...(isKeySent && { authorization: `Basic ${key}` }) };
}

function proofOf({ authType, username = '', password = '', bearerToken = '' }: RegisteredCallback): Headers {
  if (authType === 'None') return {};
  return {
    authorization: authType === 'Bearer' ? `Bearer ${bearerToken}` : `Basic ${btoa(`${username}:${password}`)}`,
  };
}
