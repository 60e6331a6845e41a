import type { Failure } from '../../../core/failure';
import { operations } from '../operations/operations';
import { sources } from '../sources';

const { embeddedSigning, mcpServer } = sources;

/** Links for invites that exist. */
export const linkFailures = [
  {
    id: 'field-invite-not-found',
    status: 400,
    code: 19019001,
    message: 'Field invite not found',
    meaning: 'The document has no embedded invite with this ID.',
    nextStep: 'Take the ID from the reply that created the invites, or from the document.',
    mendedBy: operations.getDocument.id,
    source: embeddedSigning,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'link-expiration-too-long',
    status: 400,
    code: 19019003,
    message: 'Link expiration must not exceed 45 minutes',
    meaning: 'A link lives 15 to 45 minutes. The code was seen, its text was not recorded.',
    nextStep: 'Choose 15 to 45 minutes, or no value.',
    source: embeddedSigning,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'link-expiration-too-short',
    status: 400,
    code: 19019002,
    message: 'Link expiration must be at least 15 minutes',
    meaning: 'A link lives 15 to 45 minutes; some clients send 0 when the value is left out.',
    nextStep: 'Choose 15 to 45 minutes, or no value.',
    source: embeddedSigning,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'invite-not-pending',
    status: 400,
    code: 19019004,
    message: 'Field invite is not pending',
    meaning: 'The step of this signer is not open: an earlier step is not done, or the signer is.',
    nextStep: 'Wait until the earlier steps are signed.',
    mendedBy: operations.getDocument.id,
    source: mcpServer,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'group-invite-not-found',
    status: 400,
    code: 19019005,
    message: 'Document group invite not found',
    meaning: 'The group has no embedded invite with this ID.',
    nextStep: 'Take the ID from the reply that created the invite, or from the group.',
    mendedBy: operations.getDocumentGroupStatus.id,
    source: embeddedSigning,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'signer-not-invited',
    status: 400,
    code: 19019006,
    message: 'Signer is not part of the document group invite',
    meaning: 'The e-mail address is none of the invited signers.',
    nextStep: 'Use the address that the invite was created with.',
    mendedBy: operations.getDocumentGroupStatus.id,
    source: embeddedSigning,
    illustrative: ['status', 'code', 'message'],
  },
] as const satisfies readonly Failure[];
