import { webUrl } from '../../../core/addresses/webAddress';
import type { SigningContext } from '../../../core/emulation';
import type { SigningVisit } from '../../../core/recipients/signingVisit';
import { fullName } from '../../../kit/fullName';
import { defineSigningDesk, visitState } from '../../../kit/signing';
import type { FieldReply } from '../operations/fields/fieldReplies';
import { activateSignatureRequest } from '../operations/signatureRequests/runSignatureRequests';
import { pageFor, tellEvents } from './requests/messages';
import { approve, decline, isAsked, isSigned, reject, settle, sign } from './requests/progress';
import type { Approver, RequestStatus, SignatureRequest, Signer, State } from './state';

interface Desk {
  readonly request: SignatureRequest;
  readonly person: Signer | Approver;
  /** The link was replaced, or lasts no longer. */
  readonly isOld: boolean;
}

/** `/signatures/<signer>?s=…`, and the same for approvers: an address is good for 48 hours. */
export const signingDesk = defineSigningDesk<State, Desk>({
  isPage: (path) => pages.test(path),
  find: deskOf,
  visit: visitOf,
  opened: ({ request, person }, { state, tools }) => {
    if (person.kind === 'signer') tellEvents(state, request, ['signer.link_opened'], tools, person);
  },
  finish: ({ request, person }, { state, tools }) => {
    if (person.kind === 'approver') {
      approve(state, request, person, tools);
      return {};
    }
    sign(state, request, person, tools);
    return led(request, person.settings.redirect_urls.success);
  },
  decline: ({ request, person }, reason, { state, tools }) => {
    if (person.kind === 'approver') {
      reject(request, person, reason, tools.now());
      tellEvents(state, request, ['approver.rejected', 'signature_request.rejected'], tools, person);
      return {};
    }
    decline(request, person, reason, tools.now());
    tellEvents(state, request, ['signer.declined', 'signature_request.declined'], tools, person);
    return led(request, person.settings.redirect_urls.decline);
  },
  pages: ({ requests }) =>
    requests.inOrder.flatMap((request) =>
      [...request.approvers, ...request.signers].flatMap((person) =>
        [pageFor(person)].flatMap((path) => (path === undefined ? [] : [{ document: request.id, path }])),
      ),
    ),
  unmailed: ({ requests }, id) => {
    const { approvers = [], signers = [] } = requests.byId.get(id) ?? {};
    return [...approvers, ...signers]
      .filter((person) => pageFor(person) === undefined)
      .map((person) => ({ signer: signerOf(person), pageBy: activateSignatureRequest }));
  },
});

const pages = /^\/(signatures|approvals)\/([\w-]+)\/?$/;
const kindOf: Readonly<Record<string, Signer['kind'] | Approver['kind']>> = {
  signatures: 'signer',
  approvals: 'approver',
};

function deskOf({ state, path, query, tools }: SigningContext<State>): Desk | undefined {
  const [, kind = '', id] = pages.exec(path) ?? [];
  const link = state.links.get(query['s'] ?? '');
  if (link === undefined || link.person.kind !== kindOf[kind] || link.person.id !== id) return undefined;
  // By its id, so that lists learn of what is done to it.
  const request = state.requests.byId.get(link.request.id) ?? link.request;
  return { request: settle(request, tools.now()), person: link.person, isOld: link.expiresAt <= tools.now() };
}

/** The external ID is told to the page that follows. */
function led({ settings: { external_id } }: SignatureRequest, url: string | null) {
  const page = url === null ? undefined : webUrl(url);
  if (page === undefined) return {};
  if (external_id !== null) page.searchParams.append('external_id', external_id);
  return { redirect: page.href };
}

function signerOf(person: Signer | Approver): SigningVisit['signer'] {
  return { name: nameOf(person), email: person.info.email, ...(person.kind === 'approver' && { role: 'Approver' }) };
}

function visitOf(desk: Desk): SigningVisit {
  const { request, person } = desk;
  return {
    state: stateOf(desk),
    signer: signerOf(person),
    ...(person.kind === 'signer' && !request.settings.signers_allowed_to_decline && { mayDecline: false }),
    documents: request.documents.map(({ name, fields }) => ({
      title: name,
      fields: [...fields.values()].filter((field) => isOf(field, person)).map(fieldText),
    })),
    progress: [...request.approvers, ...request.signers].map((one, index) => ({
      title: one.info.email,
      order: index + 1,
      status: one.status,
    })),
  };
}

function isOf(field: FieldReply, { id }: Signer | Approver): boolean {
  return 'signer_id' in field && field.signer_id === id;
}

function stateOf({ request, person, isOld }: Desk): SigningVisit['state'] {
  return visitState({
    hasSigned: person.kind === 'signer' ? isSigned(person) : person.status === 'approved',
    hasDeclined: person.status === 'declined' || person.status === 'rejected',
    over: endings[request.status] ?? (isOld ? 'expired' : undefined),
    isWaiting: !isAsked(request, person),
  });
}

const endings: Readonly<Partial<Record<RequestStatus, 'expired' | 'declined' | 'cancelled'>>> = {
  expired: 'expired',
  declined: 'declined',
  rejected: 'declined',
  canceled: 'cancelled',
  deleted: 'cancelled',
};

const fieldNames: Readonly<Record<FieldReply['type'], string>> = {
  signature: 'Signature',
  mention: 'Mention',
  text: 'Text',
  checkbox: 'Checkbox',
  radio_group: 'Radio buttons',
  read_only_text: 'Text',
};

function fieldText(field: FieldReply): string {
  const what = field.type === 'text' ? `: ${field.question}` : field.type === 'mention' ? `: ${field.mention}` : '';
  return `${fieldNames[field.type]} on page ${field.page}${what}`;
}

function nameOf({ info }: Signer | Approver): string {
  return fullName(info.first_name, info.last_name);
}
