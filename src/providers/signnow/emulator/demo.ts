import type { EmulatorTools } from '../../../core/emulation';
import { demoAccounts, demoCredentials, demoUser } from './accounts/accounts';
import { demoIds } from './demoIds';
import { demoInvite, employee, manager, reader } from './groups/demoInvite';
import type { EmulatedDocument, EmulatedField } from './records/documents';
import type { EmulatedCallback, EmulatedSubscription } from './records/events';
import type { EmulatedGroup, EmulatedGroupTemplate } from './records/groups';
import type { EmulatedInvite, EmulatedRole } from './records/invites';
import { addGroup, type State } from './state';
import { newStores } from './stores';

/** As the application is called that its client ID belongs to. */
export const demoApplication = 'E-Sign Workbench';

const letter = { width: 612, height: 792 };

const colleague = 'colleague@example.com';

export function createDemoState(tools: EmulatorTools): State {
  const at = tools.now();
  const documents = [
    ...demoDocuments(at),
    ...groupDocuments(at),
    ...demoTemplates(at),
    document(demoIds.foreign, "Colleague's offer", at, { owner: colleague, roles: [role('c5', 'Signer 1')] }),
  ];
  const state: State = {
    ...newStores(tools),
    accounts: demoAccounts(),
    refreshTokens: new Map(),
    groupTemplates: new Map(demoGroupTemplates(at).map((item) => [item.id, item])),
    groupsOfDocuments: new Map(),
    subscriptions: new Map(demoSubscriptions(at).map((item) => [item.id, item])),
    callbacks: demoCallbacks(at),
    downloads: new Map([[demoIds.download, demoIds.ready]]),
  };
  for (const item of documents) state.documents.set(item.id, item);
  for (const group of demoGroups(at)) addGroup(state, group);
  return state;
}

function demoGroupTemplates(at: number): readonly EmulatedGroupTemplate[] {
  const templateIds = [demoIds.contractTemplate, demoIds.annexTemplate];
  return [
    {
      id: demoIds.groupTemplate,
      owner: demoCredentials.username,
      name: 'Template: contract and annex',
      createdAt: at,
      updatedAt: at,
      templateIds,
    },
  ];
}

function demoSubscriptions(at: number): readonly EmulatedSubscription[] {
  const subscription = (id: string, owner: string) => ({
    id,
    owner,
    event: 'user.document.complete',
    entityId: demoUser.id,
    attributes: { callback: 'https://example.com/webhooks/signnow', use_tls_12: true },
    secretKey: '0123456789abcdef0123456789abcdef',
    createdAt: at,
  });
  return [
    subscription(demoIds.subscription, demoCredentials.username),
    subscription(demoIds.foreignSubscription, colleague),
  ];
}

/** A call from before the emulator started. */
function demoCallbacks(at: number): EmulatedCallback[] {
  const [subscription] = demoSubscriptions(at);
  if (subscription === undefined) return [];
  const { event, attributes } = subscription;
  const document = { document_id: demoIds.ready, document_name: 'Service agreement', user_id: demoUser.id };
  const meta = {
    timestamp: Math.floor(at / 1000),
    event,
    environment: 'https://api.signnow.com',
    initiator_id: demoUser.id,
    callback_url: attributes.callback,
  };
  return [{ id: demoIds.callback, subscription, entity: demoIds.ready, payload: { meta, content: document }, at }];
}

function demoGroups(at: number): readonly EmulatedGroup[] {
  const group = (id: string, name: string, documentIds: readonly string[], owner: string = demoCredentials.username) =>
    ({ id, owner, name, createdAt: at, updatedAt: at, documentIds, invite: undefined }) satisfies EmulatedGroup;
  return [
    group(demoIds.group, 'Contract and annex', [demoIds.groupContract, demoIds.groupAnnex]),
    group(demoIds.fieldlessGroup, 'Photos', [demoIds.fieldlessGrouped]),
    group(demoIds.emptyGroup, 'Nothing yet', []),
    {
      ...group(demoIds.invitedGroup, 'Onboarding', [demoIds.groupedOffer, demoIds.groupedHandbook]),
      invite: demoInvite(at, demoCredentials.username),
      lastInviteId: demoIds.groupInvite,
    },
    group(demoIds.foreignGroup, "Colleague's papers", [demoIds.foreignGrouped], colleague),
  ];
}

function demoDocuments(at: number): readonly EmulatedDocument[] {
  const ready = [
    { id: 'c8de4237e6dc4c7e8d897e2adad75b2b0b5ba659', name: 'Signer 1' },
    { id: '1234567890dc4c7e8d897e2adad75b1234567890', name: 'Signer 2' },
  ];
  const tenant = { id: '33d7925969c53b55dfc2ea6d5d1fc8e788d33821', name: 'Tenant' };
  const landlord = { id: '8844a3615c875a74358cefa09424617e00909f0a', name: 'Landlord' };
  return [
    document(demoIds.ready, 'Service agreement', at, { roles: ready }),
    document(demoIds.withoutFields, 'Meeting notes', at, { roles: [] }),
    document(demoIds.invited, 'Rental contract', at, {
      roles: [tenant, landlord],
      invites: [
        invite('03739a736d324f9794c2e93ec7c5bda817af3f7f', 'signer@email.com', tenant, 1, at),
        invite('b926e550940746dda5206fa2bd8860ac7832b476', 'signer2@email.com', landlord, 2, at),
      ],
    }),
  ];
}

function demoTemplates(at: number): readonly EmulatedDocument[] {
  const template = (id: string, name: string, of: EmulatedRole) =>
    document(id, `Template: ${name}`, at, { template: true, roles: [of] });
  return [
    template(demoIds.template, 'mutual NDA', role('c4', 'Signer 1')),
    template(demoIds.contractTemplate, 'contract', role('c6', 'Signer 1')),
    template(demoIds.annexTemplate, 'annex', role('c7', 'Signer 2')),
  ];
}

function groupDocuments(at: number): readonly EmulatedDocument[] {
  return [
    document(demoIds.groupContract, 'Contract', at, {
      origin: demoIds.contractTemplate,
      roles: [role('c1', 'Signer 1')],
    }),
    document(demoIds.groupAnnex, 'Annex', at, { origin: demoIds.annexTemplate, roles: [role('c2', 'Signer 2')] }),
    document(demoIds.fieldlessGrouped, 'Photo', at, { roles: [] }),
    document(demoIds.groupedOffer, 'Job offer', at, { roles: [manager, employee] }),
    document(demoIds.groupedHandbook, 'Handbook', at, { roles: [reader] }),
    document(demoIds.foreignGrouped, "Colleague's report", at, { owner: colleague, roles: [role('c3', 'Signer 1')] }),
  ];
}

interface DocumentParts {
  readonly owner?: string;
  readonly template?: boolean;
  readonly origin?: string;
  readonly roles: readonly EmulatedRole[];
  readonly invites?: readonly EmulatedInvite[];
}

function document(id: string, name: string, at: number, parts: DocumentParts): EmulatedDocument {
  return {
    id,
    owner: parts.owner ?? demoCredentials.username,
    name,
    template: parts.template ?? false,
    origin: parts.origin,
    modified: true,
    createdAt: at,
    updatedAt: at,
    roles: parts.roles,
    file: { name: `${name}.pdf`, content: undefined, pages: [letter] },
    fields: parts.roles.map(signature),
    invites: parts.invites ?? [],
    requests: [],
  };
}

function signature({ id: roleId }: EmulatedRole, index: number): EmulatedField {
  const number = index + 1;
  return {
    id: `f${number}${roleId.slice(2)}`,
    type: 'signature',
    roleId,
    attributes: {
      page_number: 0,
      x: 100,
      y: 500 + index * 80,
      width: 160,
      height: 40,
      required: true,
      name: `signature_${number}`,
      label: 'Signature',
    },
  };
}

function role(prefix: string, name: string): EmulatedRole {
  return { id: `${prefix}d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6`, name };
}

function invite(id: string, email: string, of: EmulatedRole, order: number, at: number): EmulatedInvite {
  const status = order === 1 ? 'pending' : 'created';
  const settings = { auth_method: 'none' };
  return { id, email, role: of, embedded: true, order, status, createdAt: at, updatedAt: at, settings };
}
