import type { EmulatorTools } from '../../../core/emulation';
import { agenda } from '../../../kit/store/agenda';
import { ExpiringMap } from '../../../kit/store/expiringMap';
import { Store } from '../../../kit/store/store';
import { mostFields } from '../facts/signatureRequestFacts';
import { mostSigners } from '../facts/signersFacts';
import type { FieldReply } from '../operations/fields/fieldReplies';
import { sampleIds } from '../operations/sampleIds';
import { demoAccounts } from './account';
import { contacts, owner, users, webhooks } from './accountRecords';
import { newDocument } from './documents/documents';
import { newField } from './documents/fields';
import { newApprover, newSigner } from './people/newPeople';
import { noCalls } from './rates';
import { addRequest, nextNumber } from './records';
import { dueOf } from './requests/elapse';
import { newRequest } from './requests/newRequest';
import { activate, decline, end, sign } from './requests/progress';
import type { Info, Link, RequestSettings, SignatureRequest, State } from './state';

/** A signer or approver of the demo: whose ids stand in examples have those, the others some of the same form. */
interface Outline {
  readonly id: string;
  readonly name: string;
  readonly signers: readonly string[];
  readonly approvers?: readonly string[];
  readonly settings?: Partial<RequestSettings>;
  /** The document has all the fields that it may have. */
  readonly isCrowded?: true;
  /** What has happened to it since it was made. */
  readonly story?: (state: State, request: SignatureRequest, tools: EmulatorTools) => void;
}

const outlines: readonly Outline[] = [
  {
    id: sampleIds.fullRequest,
    name: 'Works agreement',
    signers: Array.from({ length: mostSigners }, (_, place) => crowdId(place)),
    isCrowded: true,
  },
  { id: sampleIds.brokenRequest, name: 'Broken request', signers: [] },
  {
    id: sampleIds.expiredRequest,
    name: 'Offer',
    signers: ['c8f9a6dd-e70b-4a26-a8d9-fba637582ade'],
    story: (state, request, tools) => {
      activate(state, request, tools);
      request.status = 'expired';
      request.expiresAt = request.createdAt;
    },
  },
  {
    id: 'd90ab7ee-f81c-4b37-b9ea-acb748693bef',
    name: 'Non-disclosure agreement',
    signers: ['ea1bc8ff-092d-4c48-8afb-bdc8597a4cf0'],
    settings: { signers_allowed_to_decline: true },
    story: (state, request, tools) => {
      activate(state, request, tools);
      const [signer] = request.signers;
      if (signer !== undefined) decline(request, signer, 'Clause 4 is not what we agreed on.', tools.now());
    },
  },
  {
    id: 'fb2cd900-1a3e-4d59-9b0c-ced96a8b5d01',
    name: 'Withdrawn order',
    signers: ['0c3dea11-2b4f-4e6a-ac1d-dfea7b9c6e12'],
    story: (state, request, tools) => {
      activate(state, request, tools);
      end(request, 'canceled');
    },
  },
  {
    id: sampleIds.doneRequest,
    name: 'Order form',
    signers: [sampleIds.signedSigner],
    story: (state, request, tools) => {
      activate(state, request, tools);
      for (const signer of request.signers) sign(state, request, signer, tools);
    },
  },
  {
    id: sampleIds.ongoingRequest,
    name: 'Employment contract',
    signers: [sampleIds.notifiedSigner, '1d4efb22-3c50-4f7b-bd2e-e0fb8cad7f23'],
    settings: { ordered_signers: true, signers_allowed_to_decline: true, delivery_mode: 'email' },
    story: activate,
  },
  {
    id: sampleIds.approvalRequest,
    name: 'Partnership agreement',
    signers: ['2e5f0c33-4d61-408c-8e3f-f10c9dbe8034'],
    approvers: [sampleIds.approver],
    settings: { delivery_mode: 'email' },
    story: activate,
  },
  {
    id: sampleIds.signatureRequest,
    name: 'Lease agreement',
    signers: [sampleIds.signer],
    settings: { ordered_signers: true },
  },
];

export function createDemoState(tools: EmulatorTools): State {
  const requests = new Store<SignatureRequest>();
  const state: State = {
    requests: { byId: requests, inOrder: [] },
    agenda: agenda(requests, dueOf),
    links: new ExpiringMap<Link>(tools.now, ({ expiresAt }) => expiresAt),
    accounts: demoAccounts(),
    users: byId(users),
    contacts: byId(contacts),
    webhooks: byId(webhooks),
    calls: noCalls(),
    expiry: { told: new Set() },
  };
  for (const outline of outlines) addDemo(state, outline, tools);
  for (const request of state.requests.inOrder) if (request.status === 'expired') state.expiry.told.add(request);
  return state;
}

function addDemo(state: State, outline: Outline, tools: EmulatorTools): void {
  const { id, name, signers, approvers = [], settings = {}, isCrowded, story } = outline;
  const number = nextNumber(state.requests);
  const request = newRequest({ id, number, sender: owner, settings: { ...settings, name } }, tools.now());
  addRequest(state.requests, request);
  const document = newDocument({
    id: documentId(outline, tools),
    name: `${name}.pdf`,
    nature: 'signable_document',
    mediaType: 'application/pdf',
    content: new TextEncoder().encode(`%PDF-1.7\n% ${name}, made up by the emulator\n%%EOF\n`),
    createdAt: tools.now(),
  });
  request.documents.push(document);
  request.signers.push(...signers.map((signer, place) => newSigner(signer, personAt(place))));
  request.approvers.push(...approvers.map((approver) => newApprover(approver, personAt(2))));
  const fields = isCrowded ? crowdFields() : signers.map((one, place) => fieldOf(document.id, one, place, tools));
  for (const field of fields) document.fields.set(field.id, field);
  story?.(state, request, tools);
}

function fieldOf(document: string, signer: string, place: number, tools: Pick<EmulatorTools, 'uuid'>): FieldReply {
  const given = { signer_id: signer, type: 'signature', page: 1, x: 77, y: Math.max(581 - 60 * place, 0) } as const;
  return newField(document, given, { uuid: () => (signer === sampleIds.signer ? sampleIds.field : tools.uuid()) });
}

let crowd: readonly FieldReply[] | undefined;

/** All that a document may have. Made once: whoever changes a field puts another one in its place. */
function crowdFields(): readonly FieldReply[] {
  crowd ??= Array.from({ length: mostFields }, (_, place) => {
    const signer = Math.floor(place / signaturesInCrowd);
    return fieldOf(crowdId(crowdDocument), crowdId(signer), signer, { uuid: () => crowdId(mostSigners + place) });
  });
  return crowd;
}

const signaturesInCrowd = mostFields / mostSigners;
const crowdDocument = 999_999;

/** Of one of many signers, of their document or one of their signatures. */
function crowdId(place: number): string {
  return `0b1c2d3e-0000-4000-8000-${String(place).padStart(12, '0')}`;
}

function documentId({ id, isCrowded }: Outline, tools: EmulatorTools): string {
  if (id === sampleIds.signatureRequest) return sampleIds.document;
  return isCrowded ? crowdId(crowdDocument) : tools.uuid();
}

const people = [
  ['John', 'Doe', '+33700000000'],
  ['Jane', 'Roe', '+33612345678'],
  ['Alex', 'Green', '+33623456789'],
] as const;

function personAt(place: number): Info {
  const [first_name, last_name, phone_number] = people[place] ?? people[0];
  const email = `${first_name}.${last_name}@example.com`.toLowerCase();
  return { first_name, last_name, email, phone_number, locale: 'en' };
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
