import type { EmulatorTools, Rejection } from '../../../../core/emulation';
import { refuse } from '../../failures';
import { trialLimits } from '../../limits';
import { newField } from '../documents/fields';
import { putBehind } from '../records';
import type { Handlers, Info, SignatureRequest, Signer, SignerSettings, State } from '../state';
import { newSigner } from './newPeople';
import { isOutside } from './trial';

export type SignerBody = Parameters<Handlers['createSigner']>[0]['values']['body'];

interface Surroundings {
  readonly state: State;
  readonly tools: EmulatorTools;
}

/** Adds a signer with their fields, or says why not; nothing is changed then. */
export function addSigner(
  { state, tools }: Surroundings,
  request: SignatureRequest,
  body: SignerBody,
): Signer | Rejection {
  const info = infoOf(state, request, body);
  if ('failure' in info) return info;
  const fault = faultOf(state, request, body, info, tools);
  if (fault !== undefined) return fault;
  const signer = newSigner(tools.uuid(), info);
  signer.settings = signerSettingsOf(body, signer.settings);
  for (const { document_id, ...given } of body.fields ?? []) {
    const document = request.documents.find(({ id }) => id === document_id.toLowerCase());
    if (document === undefined) continue;
    const field = newField(document.id, { ...given, signer_id: signer.id }, tools);
    document.fields.set(field.id, field);
  }
  request.signers = putBehind(request.signers, signer, body.insert_after_id);
  return signer;
}

/** What is known of a user or contact counts. */
export function infoOf(
  state: State,
  { settings }: SignatureRequest,
  body: { readonly info?: GivenInfo } | { readonly user_id: string } | { readonly contact_id: string },
): Info | Rejection {
  if ('user_id' in body) {
    const user = state.users.get(body.user_id.toLowerCase());
    if (user === undefined) return refuse('not-found');
    const { first_name, last_name, email, phone_number, locale } = user;
    return { first_name: first_name ?? '', last_name: last_name ?? '', email, phone_number, locale };
  }
  if ('contact_id' in body) {
    const contact = state.contacts.get(body.contact_id.toLowerCase());
    if (contact === undefined) return refuse('not-found');
    const { first_name, last_name, email, phone_number, locale, workspace_id } = contact;
    if (workspace_id != null && workspace_id !== settings.workspace_id) return refuse('contact-of-other-workspace');
    return { first_name, last_name, email, phone_number, locale };
  }
  const { info } = body;
  if (info === undefined) return refuse('value-missing', { name: 'info' });
  return { ...info, phone_number: info.phone_number ?? null };
}

/** What is left out stays as it is. */
export function changedInfo(info: Info, changes: { readonly [Name in keyof Info]?: Info[Name] | undefined }): Info {
  return merged(info, changes);
}

interface GivenInfo extends Omit<Info, 'phone_number'> {
  readonly phone_number?: string | null | undefined;
}

function faultOf(
  state: State,
  request: SignatureRequest,
  body: SignerBody,
  info: Info,
  { isOn }: EmulatorTools,
): Rejection | undefined {
  if (request.documents.some(({ isLocked }) => isLocked)) return refuse('document-locked');
  if (body.signature_authentication_mode === 'otp_sms' && info.phone_number === null)
    return refuse('phone-missing', { name: 'info.phone_number' });
  if (!isOn('trial')) return undefined;
  if (request.signers.length >= trialLimits.people) return refuse('trial-limit');
  if (body.redirect_urls !== undefined) return refuse('redirects-in-trial', { name: 'redirect_urls' });
  return isOutside(state, info) ? refuse('recipient-outside-trial') : undefined;
}

type UpdateBody = Parameters<Handlers['updateSigner']>[0]['values']['body'];
type Given = Pick<
  UpdateBody,
  | 'signature_level'
  | 'signature_authentication_mode'
  | 'redirect_urls'
  | 'custom_text'
  | 'delivery_mode'
  | 'identification_attestation_id'
  | 'email_notification'
> &
  Pick<SignerBody, 'sms_notification'>;

/** How a signer is authenticated where nothing is said; what the API chooses for simple signatures is not documented. */
const usualModes: Readonly<Record<string, string | null>> = {
  electronic_signature: 'no_otp',
  advanced_electronic_signature: 'otp_sms',
  qualified_electronic_signature: null,
};

/** What was given; all else stays as it is. */
export function signerSettingsOf(body: Given, before: SignerSettings): SignerSettings {
  const level = body.signature_level ?? before.signature_level;
  const usual = body.signature_level === undefined ? before.signature_authentication_mode : usualModes[level];
  const {
    sms_notification: sms,
    email_notification: mails,
    signature_authentication_mode: mode = usual ?? null,
  } = body;
  return {
    signature_level: level,
    signature_authentication_mode: mode,
    redirect_urls: merged(before.redirect_urls, body.redirect_urls),
    custom_text: merged(before.custom_text, body.custom_text),
    ...merged(
      { delivery_mode: before.delivery_mode, identification_attestation_id: before.identification_attestation_id },
      { delivery_mode: body.delivery_mode, identification_attestation_id: body.identification_attestation_id },
    ),
    sms_notification: sms ?? before.sms_notification,
    email_notification: mails ?? before.email_notification,
  };
}

function merged<T extends object>(before: T, given: { readonly [Name in keyof T]?: T[Name] | undefined } = {}): T {
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(known) };
}
