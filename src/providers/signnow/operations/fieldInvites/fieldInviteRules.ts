import { defineRule, type Finding, type Rule, type Sketch, type ValuesOf } from '../../../../core/operation';
import { holdsReference } from '../../../../core/requests/references/reference';
import { findingWithin, writes } from '../../../../kit/mending/mends';
import { type DocumentFacts, sameEmail } from '../../facts/documentFacts';
import { hasFields, isNotInvited, isNotTemplate, ownsDocument } from '../documents/documentRules';
import { roleMismatch, unknownRoles } from '../roleRules';
import { startsWithOne, targetFaults } from '../signerRules';
import type { createFieldInvitesRequest, createFreeFormInviteRequest } from './fieldInviteRequest';

type Values = Sketch<ValuesOf<typeof createFieldInvitesRequest>>;
type Recipient = NonNullable<NonNullable<NonNullable<Values['body']>['to']>[number]>;

const rule = defineRule<typeof createFieldInvitesRequest, DocumentFacts>;
const freeRule = defineRule<typeof createFreeFormInviteRequest, DocumentFacts>;

const senderIsAccount = {
  failure: 'from-not-account',
  statement: 'The sender is the account that sends.',
} as const;

export const fieldInviteRules: readonly Rule[] = [
  ownsDocument,
  isNotTemplate,
  hasFields,
  isNotInvited,
  rule({ ...senderIsAccount, check: ({ body }, document) => foreignSender(body?.from, document) }),
  rule({
    failure: 'recipient-missing',
    statement: 'Every recipient has an e-mail address, a phone number for the invite, or a signing group.',
    check: eachRecipient((recipient) =>
      [recipient.email, recipient.phone_invite, recipient.email_group].every((one) => one === undefined)
        ? at('email', 'Say where the invite goes.')
        : [],
    ),
  }),
  rule({
    failure: 'role-missing',
    statement: 'Every recipient has a role, a role ID or both.',
    check: eachRecipient(({ role, role_id }) =>
      role === undefined && !role_id ? at('role_id', 'Choose the role of this recipient.') : [],
    ),
  }),
  rule({
    failure: 'role-not-found',
    statement: 'Roles and role IDs are those of the document.',
    check: (values, document) => (document ? eachRecipient(byRole(unknownRoles(document.roles)))(values) : []),
  }),
  rule({
    failure: 'role-mismatch',
    statement: 'Role and role ID of a recipient correspond.',
    check: (values, document) => (document ? eachRecipient(byRole(roleMismatch(document.roles)))(values) : []),
  }),
  rule({
    failure: 'order-gap',
    statement: 'The order starts with 1.',
    check: ({ body }) =>
      startsWithOne(
        (body?.to ?? []).flatMap((one) => (one ? [one.order] : [])),
        (index) => `/body/to/${index}/order`,
      ),
  }),
  rule({
    failure: 'redirect-target-without-uri',
    statement: 'A redirect target needs a redirect URI.',
    check: eachRecipient(targetFaults),
  }),
];

export const freeFormRules: readonly Rule[] = [
  ownsDocument,
  isNotTemplate,
  isNotInvited,
  freeRule({
    failure: 'document-has-fields',
    statement: 'The document has no fields: those are for the invite by role.',
    severity: 'warning',
    check: (_values, document) =>
      document?.hasFields
        ? [{ pointer: '/path/document_id', message: 'The document has fields; invite by role.' }]
        : [],
  }),
  freeRule({ ...senderIsAccount, check: ({ body }, document) => foreignSender(body?.from, document) }),
  freeRule({
    failure: 'from-empty',
    statement: 'The sender is not empty.',
    check: ({ body }, document) =>
      body?.from === ''
        ? [{ pointer: '/body/from', message: 'Enter the address of the account.', ...writesAccount(document) }]
        : [],
  }),
  freeRule({
    failure: 'redirect-target-without-uri',
    statement: 'A redirect target needs a redirect URI.',
    check: ({ body }) => targetFaults(body ?? {}).map((finding) => findingWithin('/body', finding)),
  }),
];

function at(pointer: string, message: string): readonly Finding[] {
  return [{ pointer, message }];
}

function eachRecipient(faults: (recipient: Recipient) => readonly Finding[]): (values: Values) => readonly Finding[] {
  return ({ body }) =>
    (body?.to ?? []).flatMap((recipient, index) =>
      recipient === undefined ? [] : faults(recipient).map((finding) => findingWithin(`/body/to/${index}`, finding)),
    );
}

/** An empty ID beside a name stands for none. */
function byRole<Result>(check: (named: Pick<Recipient, 'role' | 'role_id'>) => Result) {
  return ({ role, role_id }: Recipient): Result => check({ role, role_id: role_id === '' ? undefined : role_id });
}

/** Where the addresses of the account are known. */
function writesAccount(document: DocumentFacts | undefined): Pick<Finding, 'mend'> {
  const [address] = document?.account ?? [];
  return address === undefined ? {} : { mend: writes('/body/from', address) };
}

function foreignSender(from: string | null | undefined, document: DocumentFacts | undefined): readonly Finding[] {
  const account = document?.account ?? [];
  const isUnknown = !from || holdsReference(from) || account.length === 0;
  return isUnknown || account.some((email) => sameEmail(email, from))
    ? []
    : [
        {
          pointer: '/body/from',
          message: `The account is ${account[0]}; mails come from nobody else.`,
          ...writesAccount(document),
        },
      ];
}
