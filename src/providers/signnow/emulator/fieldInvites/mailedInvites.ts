import { servedAddress } from '../../../../core/addresses/webAddress';
import type { EmulatorTools } from '../../../../core/emulation';
import { refuse } from '../../failures';
import { tellFreeForm } from '../events/documentEvents';
import { tellInvites } from '../events/progress';
import { mailInvite, openDocument } from '../links';
import type { EmulatedDocument } from '../records/documents';
import type { EmulatedInvite, FreeFormInvite } from '../records/invites';
import { type Handlers, newId } from '../state';

/** The rules were checked before with the facts of the state. */
export const mailedInviteHandlers: Pick<Handlers, 'createFieldInvites' | 'createFreeFormInvite'> = {
  createFieldInvites: ({ state, values: { path, query, body }, tools }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found-v1');
    const delivery = query.email === 'disable' ? 'link' : 'email';
    document.invites = body.to.map((recipient) =>
      newInvite(document, { ...recipient, email: addressOf(recipient, body) }, delivery, tools),
    );
    document.told = addressesIn([...(body.cc ?? []), ...(body.cc_step ?? []).map(({ email }) => email)]);
    document.updatedAt = tools.now();
    tellInvites(state, 'document.fieldinvite.create', document, document.invites, tools);
    openDocument(state, document, tools);
    return { status: 200, body: { status: 'success' } };
  },
  createFreeFormInvite: ({ state, values: { path, query, body }, tools, baseUrl }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found-v1');
    const now = tools.now();
    const invite: FreeFormInvite = {
      id: newId(tools),
      email: body.to.trim(),
      order: 1,
      status: 'pending',
      createdAt: now,
      updatedAt: now,
      settings: {
        ...redirectsOf(body),
        language: body.language ?? undefined,
        delivery_type: query.email === 'disable' ? 'link' : 'email',
      },
    };
    document.requests = [...document.requests, invite];
    document.told = addressesIn(body.cc ?? []);
    document.modified = true;
    document.updatedAt = now;
    mailInvite(state, document, invite, 'invitation', tools);
    tellFreeForm(state, 'document.freeform.create', document, invite, tools);
    const callback = body.callback_url ?? servedAddress(baseUrl, `/document/${document.id}`) ?? '';
    return { status: 200, body: { result: 'success', id: invite.id, callback_url: callback } };
  },
};

type Body = Parameters<Handlers['createFieldInvites']>[0]['values']['body'];
type Recipient = Body['to'][number];

/** Where the invite goes; of a signing group, to the first who belongs to it. */
function addressOf({ email, phone_invite, email_group }: Recipient, { email_groups = [] }: Body): string {
  const group = email_groups.find(({ name }) => name !== undefined && name === email_group?.name);
  return (email ?? phone_invite ?? group?.emails?.[0]?.email ?? email_group?.name ?? '').trim();
}

function newInvite(
  { roles }: EmulatedDocument,
  recipient: Recipient & { readonly email: string },
  delivery: 'email' | 'link',
  tools: EmulatorTools,
): EmulatedInvite {
  const now = tools.now();
  const { role: name, role_id: wanted } = recipient;
  return {
    id: newId(tools),
    email: recipient.email,
    role: roles.find((role) => role.id === wanted || role.name === name) ?? { id: '', name: '' },
    embedded: false,
    order: recipient.order,
    status: 'created',
    createdAt: now,
    updatedAt: now,
    settings: settingsOf(recipient, delivery),
  };
}

const minutesOfDay = 24 * 60;
const defaultDays = 30;

/** What whoever is invited by mail may bring along. */
type MailSettings = Omit<Partial<Recipient>, 'decline_by_signature'> & {
  readonly decline_by_signature?: string | undefined;
};

export function settingsOf(recipient: MailSettings, delivery: 'email' | 'link'): EmulatedInvite['settings'] {
  const { authentication_type: type, method, reminder, expiration_days: days } = recipient;
  const { prefill_signature_name, required_preset_signature_name, force_new_signature } = recipient;
  return {
    ...redirectsOf(recipient),
    language: recipient.language,
    delivery_type: delivery,
    link_expiration: (days ?? defaultDays) * minutesOfDay,
    authentication: type === undefined ? undefined : { type, method },
    prefill_signature_name,
    required_preset_signature_name,
    force_new_signature,
    reassign: recipient.reassign,
    decline_by_signature: recipient.decline_by_signature,
    reminder: typeof reminder === 'number' ? reminder : reminder?.remind_after,
  };
}

type Redirects = Pick<
  EmulatedInvite['settings'],
  'redirect_uri' | 'decline_redirect_uri' | 'close_redirect_uri' | 'redirect_target'
>;

function redirectsOf({
  redirect_uri,
  decline_redirect_uri,
  close_redirect_uri,
  redirect_target,
}: Redirects): Redirects {
  return { redirect_uri, decline_redirect_uri, close_redirect_uri, redirect_target };
}

function addressesIn(copies: readonly string[]): readonly string[] {
  return [...new Set(copies.map((address) => address.trim()))];
}
