import type { EmulatorTools } from '../../../../core/emulation';
import type { Headers } from '../../../../core/http';
import type { EmulatedMessage } from '../../../../core/webhooks/emulatedMessage';
import type { CallbackReply } from '../../operations/callbacks/callbacks';
import { eventPayload, type ToldEvent, tokenGap } from '../../webhooks';
import type { EmulatedPackage, State } from '../state';
import { basic, callbackToken } from './callbackToken';
import type { RegisteredCallback } from './registeredCallback';

/** An account has one of each. */
export const callbackSubscription = 'callback';
export const registeredSubscription = 'registered callback';

export interface PackageEvent extends ToldEvent {
  /** Epoch milliseconds, where it happened before now. */
  readonly at?: number;
}

/** Calls whoever is registered for an event. Nothing is repeated: OneSpan mails the sender what could not be delivered. */
export function tell(
  state: State,
  { id: document, sender }: EmulatedPackage,
  event: PackageEvent,
  tools: EmulatorTools,
): void {
  const { callback, registered } = state;
  const at = event.at ?? tools.now();
  const call = (to: string, subscription: string, proof: Proof) => {
    if (to === '') return;
    const payload = eventPayload(event, document, at);
    const { name } = event;
    tools.deliver({
      channel: 'webhook',
      purpose: 'event',
      to,
      document,
      event: name,
      ...proof,
      payload,
      at,
      sender: sender.email,
      subscription,
    });
  };
  if (callback?.events.includes(event.name)) call(callback.url, callbackSubscription, proofOf(callback));
  if (registered !== undefined)
    call(registered.callbackUrl, registeredSubscription, { headers: registeredProof(registered) });
}

type Proof = Pick<EmulatedMessage, 'headers' | 'secret' | 'token' | 'note'>;

/** The key goes out as it is. */
function proofOf({ key, authType, oauthSetting, customHeaders }: CallbackReply): Proof {
  const own = (customHeaders ?? []).flatMap(({ key: name, value }) => (name ? [[name, value ?? '']] : []));
  const isKeySent = key !== null && (authType ?? 'BASIC') === 'BASIC';
  return {
    headers: Object.fromEntries(own),
    ...(isKeySent && { secret: key }),
    ...(authType === 'OAUTH2' && tokenProof(oauthSetting)),
  };
}

function tokenProof(setting: CallbackReply['oauthSetting']): Pick<Proof, 'token' | 'note'> {
  const token = setting ? callbackToken(setting) : undefined;
  return token === undefined ? { note: tokenGap } : { token };
}

function registeredProof({ authType, username = '', password = '', bearerToken = '' }: RegisteredCallback): Headers {
  if (authType === 'None') return {};
  return {
    authorization: authType === 'Bearer' ? `Bearer ${bearerToken}` : basic(username, password),
  };
}

/** The sender gets what could not be delivered, to post it again by hand. */
export function mailUndelivered({ document, event, payload, sender }: EmulatedMessage): EmulatedMessage | undefined {
  if (sender === undefined) return undefined;
  return { channel: 'email', purpose: 'notice', to: sender, document, event, payload };
}
