import type { EmulatorTools } from '../../../core/emulation';
import { isRecord } from '../../../core/json/jsonKinds';
import { pick } from '../../../core/typing/keysOf';
import { firstByKey } from '../../../kit/firstByKey';
import type { RoleReply, SignerReply } from '../operations/replies';
import type { RoleInput, SignerInput } from '../operations/roles/roleFields';
import { type EmulatedRole, isoTime } from './state';

/** A role as the documentation prints the reply to its creation: everything that was left out has its default. */
export function newRole(input: RoleInput, tools: EmulatorTools): EmulatedRole {
  const now = isoTime(tools.now());
  const body: RoleReply = {
    id: input.id ?? tools.uuid(),
    data: null,
    specialTypes: [],
    emailMessage: null,
    attachmentRequirements: [],
    locked: false,
    reassign: false,
    index: 0,
    name: '',
    type: 'SIGNER',
    ...pick(input, roleKeys),
    signers: (input.signers ?? []).map((signer) => newSigner(signer, tools, now)),
  };
  return { body, sessionToken: tools.hex(32), signedAt: undefined };
}

/**
 * The values of the request override those of the role. Signers are merged with the one of the same ID, else of the
 * same place; the documentation shows only that a single signer keeps the ID which the request leaves out.
 */
export function updateRole(role: EmulatedRole, input: RoleInput, tools: EmulatorTools): void {
  const now = isoTime(tools.now());
  const known = role.body.signers ?? [];
  const knownById = firstByKey(known, ({ id }) => id);
  const signers = input.signers?.map((signer, index) => {
    const stored = signer.id === undefined ? known[index] : knownById.get(signer.id);
    return stored ? updateSigner(stored, signer, now) : newSigner(signer, tools, now);
  });
  role.body = {
    ...role.body,
    ...pick(input, roleKeys),
    id: input.id ?? role.body.id,
    ...(signers && { signers }),
  };
}

function newSigner(input: SignerInput, tools: EmulatorTools, now: string): SignerReply {
  const blank: SignerReply = {
    group: null,
    language: 'en',
    signature: null,
    id: tools.uuid(),
    delivery: { provider: false, email: false, download: false },
    auth: { scheme: 'NONE', challenges: [] },
    knowledgeBasedAuthentication: null,
    data: null,
    title: '',
    company: '',
    email: '',
    firstName: '',
    lastName: '',
    external: null,
    updated: now,
    phone: '',
    professionalIdentityFields: [],
    userCustomFields: [],
    address: null,
    created: now,
    name: '',
    specialTypes: [],
  };
  return updateSigner(blank, input, now);
}

function updateSigner(signer: SignerReply, input: SignerInput, now: string): SignerReply {
  const auth = { ...(isRecord(signer.auth) && signer.auth), ...input.auth };
  return {
    ...signer,
    ...pick(input, signerKeys),
    auth,
    delivery: { ...signer.delivery, ...input.delivery },
    updated: now,
  };
}

/** What nobody documented is not kept. */
const roleKeys = [
  'name',
  'type',
  'index',
  'reassign',
  'locked',
  'emailMessage',
  'attachmentRequirements',
  'specialTypes',
  'downloadEvidenceSummaryBySigner',
  'data',
] as const;

const signerKeys = [
  'id',
  'email',
  'firstName',
  'lastName',
  'name',
  'title',
  'company',
  'phone',
  'language',
  'signerType',
  'notificationMethods',
  'signature',
  'address',
  'timezoneId',
  'digipassAuthentication',
  'knowledgeBasedAuthentication',
  'group',
  'external',
  'specialTypes',
  'professionalIdentityFields',
  'userCustomFields',
  'data',
] as const;
