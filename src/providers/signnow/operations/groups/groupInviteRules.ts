import { defineRule, type Finding, type Rule, type Sketch, type ValuesOf } from '../../../../core/operation';
import { holdsReference } from '../../../../core/requests/references/reference';
import { namesNone } from '../../../../kit/facts';
import { roleNames } from '../../facts/documentFacts';
import type { GroupFacts } from '../../facts/groupFacts';
import { duplicateEmails, owningSigners, type PlacedSigner, signerRules } from '../signerRules';
import type { groupInviteRequest } from './groupInviteRequest';
import { hasDocuments, hasDocumentWithFields, isGroupNotInvited, ownsGroup } from './groupRules';

type Values = Sketch<ValuesOf<typeof groupInviteRequest>>;
type Step = NonNullable<NonNullable<NonNullable<Values['body']>['invites']>[number]>;
type Signer = NonNullable<NonNullable<Step['signers']>[number]>;
type SignerDocument = NonNullable<NonNullable<Signer['documents']>[number]>;

interface PlacedDocument {
  readonly document: SignerDocument;
  readonly pointer: string;
}

const rule = defineRule<typeof groupInviteRequest, GroupFacts>;

export const groupInviteRules: readonly Rule[] = [
  ownsGroup,
  hasDocuments,
  hasDocumentWithFields,
  isGroupNotInvited,
  rule({
    failure: 'duplicate-email-in-step',
    statement: 'E-mail addresses are unique within a step; in different steps they may repeat.',
    check: (values) =>
      stepsOf(values).flatMap((signers) => duplicateEmails(signers, 'Another signer of this step has this address.')),
  }),
  rule({
    failure: 'owner-is-signer',
    statement: "The owner's e-mail address is not a signer's.",
    check: (values, group) => owningSigners(signersOf(values), ownersOf(group)),
  }),
  rule({
    failure: 'role-missing-for-signing',
    statement: 'Signing a document needs a role.',
    check: (values) =>
      documentsOf(values)
        .filter(({ document }) => document.action === 'sign' && document.role === undefined)
        .map(({ pointer }) => ({ pointer: `${pointer}/role`, message: 'Choose the role that signs.' })),
  }),
  rule({
    failure: 'document-not-in-group',
    statement: 'Every document is part of the group.',
    check: (values, group) => (group === undefined ? [] : unknownDocuments(values, group)),
  }),
  rule({
    failure: 'role-not-found',
    statement: 'Roles are those of their documents.',
    check: (values, group) => documentsOf(values).flatMap(unknownRole(group)),
  }),
  rule({
    failure: 'roles-not-used',
    statement: 'All roles of the documents are used.',
    check: (values, group) => (group === undefined ? [] : unusedRoles(values, group)),
  }),
  rule({
    failure: 'action-undocumented',
    statement: 'The action is sign or view.',
    severity: 'warning',
    check: (values) =>
      documentsOf(values)
        .filter(({ document }) => document.action === 'approve')
        .map(({ pointer }) => ({
          pointer: `${pointer}/action`,
          message: 'The documentation names sign and view only.',
        })),
  }),
  ...signerRules(rule, signersOf, ({ body }) => (body?.invites ?? []).map((step) => step?.order)),
];

type PlacedGroupSigner = PlacedSigner & { readonly signer: Signer };

function stepsOf({ body }: Values): readonly (readonly PlacedGroupSigner[])[] {
  return (body?.invites ?? []).map((step, stepIndex) =>
    (step?.signers ?? []).flatMap((signer, index) =>
      signer === undefined ? [] : [{ signer, pointer: `/body/invites/${stepIndex}/signers/${index}` }],
    ),
  );
}

function signersOf(values: Values): readonly PlacedGroupSigner[] {
  return stepsOf(values).flat();
}

function documentsOf(values: Values): readonly PlacedDocument[] {
  return signersOf(values).flatMap(({ signer, pointer }) =>
    (signer.documents ?? []).flatMap((document, index) =>
      document === undefined ? [] : [{ document, pointer: `${pointer}/documents/${index}` }],
    ),
  );
}

function ownersOf(group: GroupFacts | undefined): readonly string[] {
  return (group?.documents ?? []).flatMap(({ owner }) => (owner === undefined ? [] : [owner]));
}

function unknownDocuments(values: Values, { documents }: GroupFacts): readonly Finding[] {
  const ids = new Set(documents.map(({ id }) => id));
  return documentsOf(values)
    .filter(({ document: { id } }) => namesNone(id, ids))
    .map(({ pointer }) => ({ pointer: `${pointer}/id`, message: 'The group has no document with this ID.' }));
}

/** Roles are gone through once, not for every document that is signed. */
function unknownRole(group: GroupFacts | undefined): (placed: PlacedDocument) => readonly Finding[] {
  const byId = new Map(
    (group?.documents ?? []).map(({ id, roles }) => [
      id,
      { names: new Set(roles.map(({ name }) => name)), listed: roleNames(roles) },
    ]),
  );
  return ({ document: { id = '', role }, pointer }) => {
    const known = byId.get(id);
    if (known === undefined || !namesNone(role, known.names)) return [];
    const { listed } = known;
    const message =
      listed === '' ? 'The document has no roles.' : `The document has no such role. Its roles: ${listed}.`;
    return [{ pointer: `${pointer}/role`, message }];
  };
}

function unusedRoles(values: Values, { documents }: GroupFacts): readonly Finding[] {
  const chosen = documentsOf(values).map(({ document }) => document);
  if (chosen.some((document) => holdsReference(document.role) || holdsReference(document.id))) return [];
  const used = new Set(chosen.map(({ id, role }) => JSON.stringify([id, role])));
  return documents.flatMap(({ id, name: documentName, roles }) =>
    roles
      .filter(({ name }) => !used.has(JSON.stringify([id, name])))
      .map(({ name }) => ({
        pointer: '/body/invites',
        message: `No signer has the role "${name}" of "${documentName}".`,
      })),
  );
}
