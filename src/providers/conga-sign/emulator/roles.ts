import type { EmulatorTools } from '../../../core/emulation';
import { pick } from '../../../core/typing/keysOf';
import { firstByKey } from '../../../kit/firstByKey';
import type { AttachmentReply, RoleReply, SignerReply } from '../operations/replies';
import type { RoleInput, SignerInput } from '../operations/roles/roleFields';
import { newAccess } from './access/accessState';
import type { PackageSender } from './account';
import { type EmulatedRole, printedTime } from './state';

/** A role as the documentation prints the reply to its creation: everything that was left out has its default. */
export function newRole(input: RoleInput, sender: PackageSender, tools: EmulatorTools): EmulatedRole {
  const now = printedTime(tools.now());
  const body: RoleReply = {
    id: input.id ?? tools.uuid(),
    data: null,
    specialTypes: [],
    emailMessage: null,
    locked: false,
    reassign: false,
    index: 0,
    name: '',
    type: 'SIGNER',
    ...pick(input, roleKeys),
    attachmentRequirements: (input.attachmentRequirements ?? []).map((item) => newAttachment(item, [], tools)),
    signers: (input.signers ?? []).map((signer) => newSigner(signer, sender, tools, now)),
  };
  return { body, sessionToken: tools.hex(32), access: newAccess(), signedAt: undefined };
}

/**
 * The values of the request override those of the role. Signers are merged with the one of the same ID, else of the
 * same place; the documentation shows only that a single signer keeps the ID which the request leaves out.
 */
export function updateRole(role: EmulatedRole, input: RoleInput, sender: PackageSender, tools: EmulatorTools): void {
  const now = printedTime(tools.now());
  const known = role.body.signers;
  const knownById = firstByKey(known, ({ id }) => id);
  const signers = input.signers?.map((signer, index) => {
    const stored = signer.id === undefined ? known[index] : knownById.get(signer.id);
    return stored ? updateSigner(stored, signer, now) : newSigner(signer, sender, tools, now);
  });
  const attachmentRequirements = input.attachmentRequirements?.map((item) =>
    newAttachment(item, role.body.attachmentRequirements, tools),
  );
  role.body = {
    ...role.body,
    ...pick(input, roleKeys),
    id: input.id ?? role.body.id,
    ...(attachmentRequirements && { attachmentRequirements }),
    ...(signers && { signers }),
  };
}

type AttachmentInput = NonNullable<RoleInput['attachmentRequirements']>[number];

/** The API makes the ID, whatever was sent. One that is known keeps what the request leaves out, and its files. */
function newAttachment(
  input: AttachmentInput,
  stored: readonly AttachmentReply[],
  tools: EmulatorTools,
): AttachmentReply {
  const known = stored.find(({ id }) => id === input.id);
  const blank = { name: '', description: '', required: false, status: 'INCOMPLETE', comment: '', data: null };
  return { ...blank, id: tools.hex(12), ...known, ...pick(input, attachmentKeys) };
}

const attachmentKeys = ['name', 'description', 'required', 'status', 'comment', 'data'] as const;

function newSigner(input: SignerInput, sender: PackageSender, tools: EmulatorTools, now: string): SignerReply {
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
    timezoneId: 'GMT',
    // Neither description says who is what; the names do.
    signerType: input.email === sender.email ? 'ACCOUNT_SENDER' : 'EXTERNAL_SIGNER',
  };
  return updateSigner(blank, input, now);
}

function updateSigner(signer: SignerReply, input: SignerInput, now: string): SignerReply {
  return {
    ...signer,
    ...pick(input, signerKeys),
    auth: updateAuth(signer.auth, input.auth),
    delivery: { ...signer.delivery, ...pick(input.delivery ?? {}, ['download', 'email', 'provider']) },
    updated: now,
  };
}

function updateAuth(auth: SignerReply['auth'], input: SignerInput['auth']): SignerReply['auth'] {
  const { challenges, scheme, ...rest } = input ?? {};
  return {
    ...auth,
    ...rest,
    ...(scheme !== undefined && { scheme }),
    ...(challenges && {
      challenges: challenges.map(({ question = '', answer, maskInput = false }) => ({ question, answer, maskInput })),
    }),
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
