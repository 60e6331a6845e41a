import type { EmulatorTools } from '../../../core/emulation';
import type { Signatory, SignatureRequest } from './state';

/** The emulator's own address: what the links in EVIA's mails look like is not documented. */
export const signingAddress = /^\/sign\/([^/]+)\/([^/]+)$/;

export function signingPath(request: SignatureRequest, signatory: Signatory): string {
  return `/sign/${request.id}/${signatory.id}`;
}

/** The e-mails with the links of those whose turn it is. */
export function mailAll(request: SignatureRequest, people: readonly Signatory[], tools: EmulatorTools): void {
  for (const one of people) {
    const page = signingPath(request, one);
    tools.deliver({ channel: 'email', purpose: 'invitation', to: one.email, document: request.id, page });
  }
}
