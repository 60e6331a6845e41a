import { defineRule, type RequestSchemas, type Rule } from '../../../core/operation';
import { leavesOut, mend } from '../../../kit/mending/mends';
import type { SignatureRequestFacts } from '../facts/signatureRequestFacts';
import { isUnknownId, unknownAmong } from './namedIds';

/* What must hold of somebody who signs or approves, whatever they do. */

interface Recipient {
  readonly group_with_id?: string | null | undefined;
  readonly excluded_documents?: readonly (string | undefined)[] | undefined;
}

export function recipientRules<Facts>(
  requestOf: (facts: Facts) => SignatureRequestFacts,
  orderOff: 'order-off' | 'approver-order-off',
): readonly Rule[] {
  return [
    defineRule<RequestSchemas, Facts>({
      failure: orderOff,
      statement: 'Only with a custom order somebody acts together with another one, who is of this signature request.',
      check: ({ body }, facts) => {
        const { group_with_id: other }: Recipient = body ?? {};
        const message = other == null || facts === undefined ? undefined : groupFault(other, requestOf(facts));
        const pointer = '/body/group_with_id';
        return message === undefined ? [] : [{ pointer, message, mend: leavesOut(pointer) }];
      },
    }),
    defineRule<RequestSchemas, Facts>({
      failure: 'document-not-of-request',
      statement: 'Documents that are hidden from somebody are those of the same signature request.',
      check: ({ body }, facts) => {
        const { excluded_documents: hidden = [] }: Recipient = body ?? {};
        const isUnknown = unknownAmong(facts && requestOf(facts).documents);
        return hidden.flatMap((document, index) =>
          isUnknown(document)
            ? [
                {
                  pointer: `/body/excluded_documents/${index}`,
                  message: 'This signature request has no such document.',
                  mend: mend('Take it out', 'Take out documents that are not there', [
                    { kind: 'remove', pointer: `/body/excluded_documents/${index}` },
                  ]),
                },
              ]
            : [],
        );
      },
    }),
  ];
}

function groupFault(other: string, request: SignatureRequestFacts): string | undefined {
  if (!request.hasCustomOrder) return 'This signature request has no custom order.';
  return isUnknownId(other, [...request.signers, ...request.approvers])
    ? 'This signature request has nobody with this ID.'
    : undefined;
}
