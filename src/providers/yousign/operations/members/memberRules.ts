import type * as z from 'zod';
import {
  defineRule,
  type Finding,
  type RequestSchemas,
  type Rule,
  type Sketch,
  type ValuesOf,
} from '../../../../core/operation';
import { holdsReference } from '../../../../core/requests/references/reference';
import { findingWithin, leavesOut, writes } from '../../../../kit/mending/mends';
import type { MemberCreationFacts } from '../../facts/memberCreationFacts';
import type { createMemberRequest } from './createMemberRequest';

/** What a text about the security code may look like; three fields hold one. */
interface CodeTexts {
  readonly operationModeSmsConfig?: { readonly content?: string | undefined } | null | undefined;
  readonly operationModeEmailConfig?: { readonly content?: string | undefined } | null | undefined;
  readonly modeSmsConfiguration?: { readonly content?: string | undefined } | null | undefined;
}

const codeTexts = ['operationModeSmsConfig', 'operationModeEmailConfig', 'modeSmsConfiguration'] as const;

/** For one member, or for each of a list. */
export function memberRules<S extends RequestSchemas>(
  membersOf: (values: Sketch<ValuesOf<S>>) => readonly { readonly member: CodeTexts; readonly pointer: string }[],
): readonly Rule[] {
  const rule = (failure: string, statement: string, faults: (member: CodeTexts) => readonly Finding[]) =>
    defineRule<S>({
      failure,
      statement,
      severity: 'warning',
      check: (values) =>
        membersOf(values).flatMap(({ member, pointer }) =>
          faults(member).map((fault) => findingWithin(pointer, fault)),
        ),
    });
  return [
    rule('code-missing', 'Texts that bring the security code should contain {{code}}.', (member) =>
      codeTexts
        .filter((key) => member[key]?.content !== undefined && !/\{\{\s*code\s*\}\}/.test(member[key].content))
        .map((key) => ({
          pointer: `${key}/content`,
          message: 'Without {{code}} the signer gets no code.',
          mend: writes(`${key}/content`, `${member[key]?.content ?? ''} {{code}}`.trim(), 'Put {{code}} behind texts'),
        })),
    ),
    rule('sms-text-twice', 'The text of the SMS is given once, as operationModeSmsConfig.', (member) =>
      member.operationModeSmsConfig && member.modeSmsConfiguration
        ? [
            {
              pointer: 'modeSmsConfiguration',
              message: 'operationModeSmsConfig says the same; leave one of them out.',
              mend: leavesOut('modeSmsConfiguration', 'Leave out texts of the SMS that stand there twice'),
            },
          ]
        : [],
    ),
  ];
}

/** For calls whose body is a member. */
export const rulesOfMember = memberRules<{ readonly body: z.ZodType<CodeTexts> }>(({ body }) =>
  body ? [{ member: body, pointer: '/body' }] : [],
);

/** Failures of members that stand in a request: of their values, and of these rules. */
export const memberFailures = {
  values: [
    'object-unknown',
    'value-missing',
    'email-invalid',
    'phone-invalid',
    'choice-invalid',
    'value-invalid',
    'type-invalid',
  ],
  rules: ['code-missing', 'sms-text-twice'],
} as const;

type Request = typeof createMemberRequest;

export const isAddedToDraft = defineRule<Request, MemberCreationFacts>({
  failure: 'procedure-not-draft',
  statement: 'Members are added to drafts: only of these the documentation says that they can be edited.',
  severity: 'warning',
  check: ({ body }, facts) => {
    const procedure = facts?.procedure;
    if (procedure === undefined || procedure.status === 'draft' || holdsReference(body?.procedure)) return [];
    return [{ pointer: '/body/procedure', message: `The procedure is ${procedure.status}, no draft any more.` }];
  },
});

export const isOrdered = defineRule<Request, MemberCreationFacts>({
  failure: 'position-without-order',
  statement: 'A position has an effect in ordered procedures only.',
  severity: 'warning',
  check: ({ body }, facts) => {
    const isUnordered = facts?.procedure?.ordered === false && facts.procedure.status === 'draft';
    return isUnordered && body?.position !== undefined && body.position > 1
      ? [
          {
            pointer: '/body/position',
            message: 'The procedure is not ordered, so that the position has no effect.',
            mend: leavesOut('/body/position'),
          },
        ]
      : [];
  },
});
