import { defineRule, type Finding, type Rule, type Sketch, type ValuesOf } from '../../../../core/operation';
import { holdsReference } from '../../../../core/requests/references/reference';
import { findingWithin, leavesOut, mend, writes } from '../../../../kit/mending/mends';
import type { Mend } from '../../../../protocol/form';
import type { DocumentFacts, RoleFacts } from '../../facts/documentFacts';
import { hasFields, isNotInvited, isNotTemplate, ownsDocument } from '../documents/documentRules';
import { roleMismatch, unknownRoles } from '../roleRules';
import { duplicateEmails, owningSigners, type PlacedSigner, signerRules } from '../signerRules';
import type { embeddedInvitesRequest } from './embeddedInvitesRequest';

type Values = Sketch<ValuesOf<typeof embeddedInvitesRequest>>;
type Invite = NonNullable<NonNullable<NonNullable<Values['body']>['invites']>[number]>;

const rule = defineRule<typeof embeddedInvitesRequest, DocumentFacts>;

/** In the order in which the API is documented to look: the document first, then signers and roles. */
export const embeddedInviteRules: readonly Rule[] = [
  ownsDocument,
  isNotTemplate,
  hasFields,
  isNotInvited,
  rule({
    failure: 'duplicate-email',
    statement: "Signers' e-mail addresses are unique.",
    check: (values) => duplicateEmails(placed(values), 'Another signer has this address.'),
  }),
  rule({
    failure: 'owner-is-signer',
    statement: "The owner's e-mail address is not a signer's.",
    check: (values, document) => owningSigners(placed(values), document?.owner === undefined ? [] : [document.owner]),
  }),
  rule({
    failure: 'role-missing',
    statement: 'Every signer has a role, a role ID or both.',
    check: (values, document) => withoutRole(values, document?.roles ?? []),
  }),
  rule({
    failure: 'role-not-found',
    statement: 'Roles and role IDs are those of the document.',
    check: (values, document) => (document ? eachInvite(values, unknownRoles(document.roles)) : []),
  }),
  rule({
    failure: 'role-mismatch',
    statement: 'Role and role ID of a signer correspond.',
    check: (values, document) => (document ? eachInvite(values, roleMismatch(document.roles)) : []),
  }),
  rule({
    failure: 'roles-not-used',
    statement: 'All roles of the document are used.',
    check: (values, document) => (document ? unusedRoles(values, document.roles) : []),
  }),
  rule({
    failure: 'auth-method-missing',
    statement: 'Every signer has an authentication method (required by the documentation, not by every client).',
    severity: 'warning',
    check: (values) => eachInvite(values, ({ auth_method }) => (auth_method === undefined ? [authMethodMissing] : [])),
  }),
  rule({
    failure: 'signature-name-conflict',
    statement: 'A locked signature name excludes an editable one and a forced new signature.',
    check: (values) => eachInvite(values, signatureConflict),
  }),
  ...signerRules(rule, placed, ({ body }) => (body?.invites ?? []).flatMap((invite) => (invite ? [invite.order] : []))),
];

const authMethodMissing: Finding = {
  pointer: 'auth_method',
  message: 'The documentation requires an authentication method.',
  mend: writes('auth_method', 'none', 'Write "none" where the authentication method is missing'),
};

function placed({ body }: Values): readonly (PlacedSigner & { readonly signer: Invite })[] {
  return (body?.invites ?? []).flatMap((signer, index) =>
    signer === undefined ? [] : [{ signer, pointer: `/body/invites/${index}` }],
  );
}

function eachInvite(values: Values, faults: (invite: Invite) => readonly Finding[]): readonly Finding[] {
  return placed(values).flatMap(({ signer, pointer }) =>
    faults(signer).map((finding) => findingWithin(pointer, finding)),
  );
}

function roleless(values: Values): readonly PlacedSigner[] {
  return placed(values).filter(({ signer: { role, role_id } }) => role === undefined && role_id === undefined);
}

/** The first role that nobody has goes to the first signer without one. */
function withoutRole(values: Values, roles: readonly RoleFacts[]): readonly Finding[] {
  const signers = roleless(values);
  const free = unused(values, roles);
  return signers.map(({ pointer }, index) => {
    const role = free[index];
    const own = role && writes(`${pointer}/role_id`, role.id, 'Give the roles that are left to signers without one');
    return {
      pointer: `${pointer}/role_id`,
      message: 'Choose the role of this signer.',
      ...(role && own && { mend: { ...own, title: `Write the ID of "${role.name}"` } }),
    };
  });
}

function unused(values: Values, roles: readonly RoleFacts[]): readonly RoleFacts[] {
  const signers = placed(values).map(({ signer }) => signer);
  if (signers.some(({ role, role_id }) => holdsReference(role) || holdsReference(role_id))) return [];
  const ids = new Set(signers.map(({ role_id }) => role_id));
  const names = new Set(signers.map(({ role }) => role));
  return roles.filter(({ id, name }) => !ids.has(id) && !names.has(name));
}

/** Who signs is left to the person: the address of a new signer is empty. Signers without a role come first. */
function unusedRoles(values: Values, roles: readonly RoleFacts[]): readonly Finding[] {
  const waiting = roleless(values).length;
  return unused(values, roles).map((role, index) => ({
    pointer: '/body/invites',
    message: `No signer has the role "${role.name}".`,
    ...(index >= waiting && { mend: addsSigner(role) }),
  }));
}

function addsSigner({ id, name, order }: RoleFacts): Mend {
  return mend(`Add a signer for "${name}"`, 'Add a signer for every role that is left', [
    {
      kind: 'append',
      pointer: '/body/invites',
      value: { email: '', role_id: id, role: name, order: Math.max(1, order), auth_method: 'none' },
    },
  ]);
}

function signatureConflict(invite: Invite): readonly Finding[] {
  if (invite.required_preset_signature_name === undefined) return [];
  const others = ['prefill_signature_name', 'force_new_signature'] as const;
  return others
    .filter((key) => invite[key] !== undefined)
    .map((key) => ({
      pointer: key,
      message: 'A locked signature name excludes this.',
      mend: leavesOut(key, 'Leave out what a locked signature name excludes'),
    }));
}
