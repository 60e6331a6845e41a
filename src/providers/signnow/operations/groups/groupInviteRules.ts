import { defineRule, type Rule, type Sketch, type ValuesOf } from '../../../../core/operation';
import type { GroupFacts } from '../../facts/groupFacts';
import { duplicateEmails, owningSigners, type PlacedSigner, signerRules } from '../signerRules';
import { type Assignment, assignmentRules } from './assignmentRules';
import type { groupInviteRequest } from './groupInviteRequest';
import { hasDocuments, hasDocumentWithFields, isGroupNotInvited, ownsGroup } from './groupRules';

type GroupInviteValues = ValuesOf<typeof groupInviteRequest>;
type Values = Sketch<GroupInviteValues>;
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
  ...assignmentRules<GroupInviteValues>({
    rule,
    assignmentsOf: (values) => documentsOf(values).map(assignmentOf),
    list: '/body/invites',
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

function assignmentOf({ document: { id, role, action }, pointer }: PlacedDocument): Assignment {
  return { document: id, role, action, at: { document: `${pointer}/id`, role: `${pointer}/role` } };
}
