import type * as z from 'zod';
import { defineRule, type Finding, type Rule, type Sketch, type ValuesOf } from '../../../../core/operation';
import { namesNone } from '../../../../kit/facts';
import { findingWithin, mend } from '../../../../kit/mending/mends';
import { emailKey } from '../../facts/documentFacts';
import type { GroupFacts } from '../../facts/groupFacts';
import { type Assignment, assignmentRules } from '../groups/assignmentRules';
import { hasDocuments, hasDocumentWithFields, isGroupNotInvited, ownsGroup } from '../groups/groupRules';
import { namesNobody } from '../groups/invitedNear';
import { startsWithOne, targetFaults } from '../signerRules';
import type { createGroupInviteRequest } from './groupInviteFields';
import type { groupInvitePath } from './groupInvitePath';

type CreateValues = ValuesOf<typeof createGroupInviteRequest>;
type Values = Sketch<CreateValues>;
type Step = NonNullable<NonNullable<NonNullable<Values['body']>['invite_steps']>[number]>;
type Action = NonNullable<NonNullable<Step['invite_actions']>[number]>;

const rule = defineRule<typeof createGroupInviteRequest, GroupFacts>;

export const createGroupInviteRules: readonly Rule[] = [
  ownsGroup,
  hasDocuments,
  hasDocumentWithFields,
  isGroupNotInvited,
  ...assignmentRules<CreateValues>({
    rule,
    assignmentsOf: (values) => actionsOf(values).map(assignmentOf),
    list: '/body/invite_steps',
    undocumented: ['role-missing-for-signing', 'roles-not-used'],
  }),
  rule({
    failure: 'order-gap',
    statement: 'The order starts with 1.',
    severity: 'warning',
    check: ({ body }) =>
      startsWithOne(
        (body?.invite_steps ?? []).map((step) => step?.order),
        (index) => `/body/invite_steps/${index}/order`,
      ),
  }),
  rule({
    failure: 'mail-without-action',
    statement: 'Mails of a step go to recipients of its actions.',
    severity: 'warning',
    check: ({ body }) => (body?.invite_steps ?? []).flatMap(mailsOfNobody),
  }),
  rule({
    failure: 'redirect-target-without-uri',
    statement: 'A redirect target needs a redirect URI.',
    check: (values) =>
      actionsOf(values).flatMap(({ action, pointer }) =>
        targetFaults(action).map((finding) => findingWithin(pointer, finding)),
      ),
  }),
];

const ofInvite = defineRule<{ readonly path: typeof groupInvitePath }, GroupFacts>;

export const isInviteOfGroup = ofInvite({
  failure: 'group-invite-not-found-v1',
  statement: 'The group has an invite with this ID.',
  check: ({ path }, group) =>
    namesNone(path?.invite_id, group && new Set([group.invite]))
      ? [{ pointer: '/path/invite_id', message: 'The group has no invite with this ID.' }]
      : [],
});

/** Only said when the group names its signers: that it lists all of them is not documented. */
export const isRecipient = defineRule<
  { readonly body: z.ZodOptional<z.ZodObject<{ email: z.ZodOptional<z.ZodString> }>> },
  GroupFacts
>({
  failure: 'recipient-not-invited',
  statement: 'The e-mail address is one of the invite.',
  check: ({ body }, group) => {
    const known = new Set((group?.signers ?? []).map(({ email }) => emailKey(email)));
    return known.size > 0 && body?.email !== undefined && namesNone(emailKey(body.email), known)
      ? [namesNobody('The invite has no recipient with this address.', body.email, group)]
      : [];
  },
});

interface PlacedAction {
  readonly action: Action;
  readonly pointer: string;
}

function actionsOf({ body }: Values): readonly PlacedAction[] {
  return (body?.invite_steps ?? []).flatMap((step, stepIndex) =>
    (step?.invite_actions ?? []).flatMap((action, index) =>
      action === undefined ? [] : [{ action, pointer: `/body/invite_steps/${stepIndex}/invite_actions/${index}` }],
    ),
  );
}

function assignmentOf({
  action: { document_id: document, role_name: role, action },
  pointer,
}: PlacedAction): Assignment {
  return { document, role, action, at: { document: `${pointer}/document_id`, role: `${pointer}/role_name` } };
}

function mailsOfNobody(step: Step | undefined, index: number): readonly Finding[] {
  const recipients = new Set((step?.invite_actions ?? []).map((action) => emailKey(action?.email ?? '')));
  return (step?.invite_emails ?? []).flatMap((mail, at) =>
    mail?.email !== undefined && namesNone(emailKey(mail.email), recipients)
      ? [
          findingWithin(`/body/invite_steps/${index}/invite_emails`, {
            pointer: `${at}/email`,
            message: 'No action of this step has this recipient.',
            mend: mend('Take this mail out', 'Take out mails to nobody', [{ kind: 'remove', pointer: String(at) }]),
          }),
        ]
      : [],
  );
}
