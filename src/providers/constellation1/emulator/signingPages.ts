import type { EmulatorTools } from '../../../core/emulation';
import type { EmulatedMessage } from '../../../core/webhooks/emulatedMessage';
import type { EmulatedSession, EmulatedSigner } from './state';

/** The emulator's own address: what the links in the vendor's e-mails look like is not documented. */
export const signingAddress = '/sign/';

/** The path of a signer's page. */
export function signingPageOf({ id }: EmulatedSigner): string {
  return `${signingAddress}${encodeURIComponent(id)}`;
}

/** The e-mail with the link. Who has no address gets none. */
export function mailSigner(
  { id: document }: EmulatedSession,
  signer: EmulatedSigner,
  purpose: EmulatedMessage['purpose'],
  tools: EmulatorTools,
): void {
  const { EmailAddress: to } = signer.values;
  if (to) tools.deliver({ channel: 'email', purpose, to, document, page: signingPageOf(signer) });
}
