import * as z from 'zod';
import { id, orNull } from '../fields';
import { knownPeople, person } from '../personFields';
import { sampleIds } from '../sampleIds';
import { customText, hiddenDocuments } from '../signers/signerOptions';

const after = orNull(
  id('After', 'The approver whom this one follows, where approvers are ordered.', sampleIds.approver),
  'First',
);

const options = {
  insert_after_id: after,
  group_with_id: orNull(
    id('Together with', 'The recipient at whose stage this one acts, with a custom order.', sampleIds.signer).meta({
      offeredFrom: 'recipients',
    }),
  ),
  custom_text: customText,
  excluded_documents: hiddenDocuments('approver'),
};

/** The four ways to name somebody who approves. */
export const newApprover = z.union([
  z
    .object({ info: z.object(person).meta({ title: 'Person', description: 'Who approves.' }), ...options })
    .meta({ title: 'Person', description: 'Somebody by name and address.' }),
  ...knownPeople(options),
  z
    .object({
      signer_id: id('Signer', 'A signer of the same signature request.', sampleIds.signer).meta({
        offeredFrom: 'signers',
      }),
      ...options,
    })
    .meta({ title: 'Signer', description: 'A signer of the same signature request, who approves, too.' }),
]);
