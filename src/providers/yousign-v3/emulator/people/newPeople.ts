import { keysOf, pick } from '../../../../core/typing/keysOf';
import type { Approver, Info, Signer, SignerSettings } from '../state';

const settings: SignerSettings = {
  signature_level: 'electronic_signature',
  signature_authentication_mode: 'no_otp',
  redirect_urls: { success: null, error: null, decline: null },
  custom_text: { request_subject: null, request_body: null, reminder_subject: null, reminder_body: null },
  delivery_mode: null,
  identification_attestation_id: null,
  sms_notification: { otp_message: { custom_text: null } },
  email_notification: { disabled: [] },
};

export function newSigner(id: string, info: Info, given: Partial<SignerSettings> = {}): Signer {
  return {
    kind: 'signer',
    id,
    info,
    settings: { ...settings, ...given },
    status: 'initiated',
    link: undefined,
    signedAt: undefined,
    codes: [],
  };
}

/** Where nothing is said, the texts are those of the API. */
export function customTextOf(given: { readonly [Name in keyof Texts]?: Texts[Name] | undefined } = {}): Texts {
  return { ...settings.custom_text, ...pick(given, keysOf(settings.custom_text)) };
}

type Texts = SignerSettings['custom_text'];

export function newApprover(id: string, info: Info, customText = settings.custom_text): Approver {
  return { kind: 'approver', id, info, customText, status: 'initiated', link: undefined, approvedAt: undefined };
}
