import { defineRule, type Finding, type Rule, type Sketch, type ValuesOf } from '../../../../core/operation';
import { holdsReference } from '../../../../core/requests/references/reference';
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
    check: (values) =>
      eachInvite(values, ({ role, role_id }) =>
        role === undefined && role_id === undefined ? at('role_id', 'Choose the role of this signer.') : [],
      ),
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
    check: (values) =>
      eachInvite(values, ({ auth_method }) =>
        auth_method === undefined ? at('auth_method', 'The documentation requires an authentication method.') : [],
      ),
  }),
  rule({
    failure: 'signature-name-conflict',
    statement: 'A locked signature name excludes an editable one and a forced new signature.',
    check: (values) => eachInvite(values, signatureConflict),
  }),
  ...signerRules(rule, placed, ({ body }) => (body?.invites ?? []).flatMap((invite) => (invite ? [invite.order] : []))),
];

interface Fault {
  readonly key: string;
  readonly message: string;
}

function at(key: string, message: string): readonly Fault[] {
  return [{ key, message }];
}

function placed({ body }: Values): readonly (PlacedSigner & { readonly signer: Invite })[] {
  return (body?.invites ?? []).flatMap((signer, index) =>
    signer === undefined ? [] : [{ signer, pointer: `/body/invites/${index}` }],
  );
}

function eachInvite(values: Values, faults: (invite: Invite) => readonly Fault[]): readonly Finding[] {
  return placed(values).flatMap(({ signer, pointer }) =>
    faults(signer).map(({ key, message }) => ({ pointer: `${pointer}/${key}`, message })),
  );
}

function unusedRoles(values: Values, roles: readonly RoleFacts[]): readonly Finding[] {
  const signers = placed(values).map(({ signer }) => signer);
  if (signers.some(({ role, role_id }) => holdsReference(role) || holdsReference(role_id))) return [];
  const ids = new Set(signers.map(({ role_id }) => role_id));
  const names = new Set(signers.map(({ role }) => role));
  return roles
    .filter(({ id, name }) => !ids.has(id) && !names.has(name))
    .map(({ name }) => ({ pointer: '/body/invites', message: `No signer has the role "${name}".` }));
}

function signatureConflict(invite: Invite): readonly Fault[] {
  if (invite.required_preset_signature_name === undefined) return [];
  const others = ['prefill_signature_name', 'force_new_signature'] as const;
  return others
    .filter((key) => invite[key] !== undefined)
    .map((key) => ({ key, message: 'A locked signature name excludes this.' }));
}
