import { defineRule, type Finding, type RequestSchemas, type Rule } from '../../../../core/operation';
import { leavesOut } from '../../../../kit/mending/mends';
import { isBeingPrepared } from '../../facts/signatureRequestFacts';
import type { SignersFacts } from '../../facts/signersFacts';
import { isUnknownId } from '../namedIds';

/* What must hold of the signature request that a signer is added to or moved within. */

export const isInDraft = defineRule<RequestSchemas, SignersFacts>({
  failure: 'request-not-draft',
  statement: 'Signers are added to drafts.',
  check: (_values, facts) =>
    facts === undefined || isBeingPrepared(facts.request)
      ? []
      : [
          {
            pointer: '/path/signatureRequestId',
            message: `This signature request is ${facts.request.status}, no draft any more.`,
          },
        ],
});

interface Placed {
  readonly insert_after_id?: string | null | undefined;
}

const place = '/body/insert_after_id';
const at = (message: string): readonly Finding[] => [{ pointer: place, message }];

const rule = (failure: string, statement: string, fault: (after: string, facts: SignersFacts) => readonly Finding[]) =>
  defineRule<RequestSchemas, SignersFacts>({
    failure,
    statement,
    check: ({ body }, facts) => {
      const { insert_after_id: after }: Placed = body ?? {};
      return after == null || facts === undefined ? [] : fault(after, facts);
    },
  });

export const placeRules: readonly Rule[] = [
  rule('signer-not-of-request', 'The signer to follow is one of this signature request.', (after, { request }) => {
    const people = [...request.signers, ...(request.hasCustomOrder ? request.approvers : [])];
    return isUnknownId(after, people) ? at('This signature request has no such signer.') : [];
  }),
  rule('order-off', 'A signer has a place only where signers are ordered.', (_after, { request }) =>
    request.isOrdered || request.hasCustomOrder
      ? []
      : [
          {
            pointer: place,
            message: 'The signers of this signature request are not ordered; switch ordered_signers on first.',
            mend: leavesOut(place),
          },
        ],
  ),
];
