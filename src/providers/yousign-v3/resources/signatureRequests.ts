import * as z from 'zod';
import type { Collection, DocumentDetail, DocumentSummary, Recipient, Status } from '../../../core/documents';
import type { Call, PreparedRequest } from '../../../core/operation';
import { ask, read, step } from '../../../kit/calls';
import { fullName } from '../../../kit/fullName';
import { byCursor } from '../../../kit/paging';
import { rowsOf } from '../../../kit/reading/rows';
import { statusIn, type Tones, toneIn } from '../../../kit/statusIn';
import type { SignatureRequestFacts } from '../facts/signatureRequestFacts';
import { loadSignersFacts, type SignersFacts, signerTitle } from '../facts/signersFacts';
import type { approverReply } from '../operations/approvers/approverReplies';
import { deleteApprover, listApprovers, remindApprover } from '../operations/approvers/approvers';
import { updateSignatureRequest } from '../operations/signatureRequests/changeSignatureRequests';
import { createSignatureRequest } from '../operations/signatureRequests/createSignatureRequest';
import { listSignatureRequests } from '../operations/signatureRequests/readSignatureRequests';
import { remindSigner } from '../operations/signers/askSigners';
import { getAuditTrail } from '../operations/signers/auditTrails';
import { deleteSigner, updateSigner } from '../operations/signers/changeSigners';
import type { SignerReply } from '../operations/signers/signerReplies';
import {
  activateStep,
  addApproverStep,
  addSignerStep,
  approvalLinkStep,
  cancelStep,
  deleteStep,
  downloadSteps,
  linkStep,
  placeSignatureStep,
  reactivateStep,
  uploadStep,
} from '../steps';

export const signatureRequestCollection: Collection = {
  id: 'signature-requests',
  title: 'Signature requests',
  noun: 'signature request',
  create: [createSignatureRequest.id],
  verbs: ['add'],
  list: (call, cursor) =>
    byCursor(cursor, 50, async (after, limit) => {
      const query = { limit, ...(after !== undefined && { after }) };
      const { data, meta } = seenPage.parse(await ask(call, listSignatureRequests, { query }));
      return { ...rowsOf(data, seenRequest, summaryOf), next: meta.next_cursor };
    }),
  read: async (call, id) => {
    const facts = await loadSignersFacts(id, call);
    return detailOf(facts, await loadApprovers(facts.request, call));
  },
};

type ApproverReply = z.output<typeof approverReply>;

/** A signature request as the tree shows it. */
export function detailOf(facts: SignersFacts, approvers: readonly ApproverReply[]): DocumentDetail {
  const { request, signers } = facts;
  const note = documentsNote(request);
  return {
    ...summaryOf(request),
    recipients: [
      ...approvers.map((approver) => approverRecipient(request, approver)),
      ...signers.map((signer, index) => signerRecipient(request, signer, index)),
    ],
    actions: actionsOf(facts),
    ...(signers.length + approvers.length === 0 && { empty: 'No signers yet, so nobody to sign.' }),
    ...(note !== undefined && { note }),
  };
}

/** Of those that have none, nobody is asked: the call came in 2026 only. */
async function loadApprovers({ id, approvers }: SignatureRequestFacts, call: Call): Promise<readonly ApproverReply[]> {
  return approvers.length === 0 ? [] : read(call, listApprovers, { path: { signatureRequestId: id } });
}

function documentsNote({ documents }: SignatureRequestFacts): string | undefined {
  const signable = documents.filter(({ nature }) => nature === 'signable_document').length;
  const parts = [
    counted(signable, 'document to sign', 'documents to sign'),
    counted(documents.length - signable, 'attachment', 'attachments'),
  ];
  const told = parts.filter((part) => part !== undefined);
  return told.length === 0 ? undefined : `${told.join(', ')}.`;
}

function counted(count: number, one: string, many: string): string | undefined {
  return count === 0 ? undefined : `${count} ${count === 1 ? one : many}`;
}

const requestTones: Tones = {
  draft: 'draft',
  approval: 'waiting',
  ongoing: 'open',
  paused: 'waiting',
  done: 'done',
  rejected: 'refused',
  declined: 'refused',
  canceled: 'refused',
  expired: 'expired',
  deleted: 'expired',
};

/** What is read of a list, so that nothing depends on what else a server answers. */
const seenPage = z.object({ data: z.array(z.unknown()), meta: z.object({ next_cursor: z.string().nullish() }) });
const seenRequest = z.object({ id: z.string(), name: z.string().nullish(), status: z.string() });

function summaryOf({ id, name, status }: z.output<typeof seenRequest>): DocumentSummary {
  return { id, title: name || id, status: statusIn(requestTones, status) };
}

const signerTones: Tones = {
  notified: 'open',
  verified: 'open',
  consent_given: 'open',
  processing: 'waiting',
  signed: 'done',
  declined: 'refused',
  aborted: 'expired',
  error: 'refused',
};

/** The API says `initiated` of everybody who has not been asked, in drafts and out of turn. */
function toneOf(tones: Tones, request: SignatureRequestFacts, status: string): Status['tone'] {
  if (status !== 'initiated') return toneIn(tones, status);
  switch (request.status) {
    case 'draft':
      return 'draft';
    case 'approval':
    case 'ongoing':
    case 'paused':
      return 'waiting';
    default:
      return 'expired';
  }
}

function signerRecipient(request: SignatureRequestFacts, signer: SignerReply, index: number): Recipient {
  return {
    id: signer.id,
    title: signerTitle(signer),
    ...(request.isOrdered && { order: signer.recipient_stage_index ?? index + 1 }),
    status: { text: signer.status, tone: toneOf(signerTones, request, signer.status) },
    actions: signerActions(request, signer),
  };
}

function signerActions(request: SignatureRequestFacts, signer: SignerReply): readonly PreparedRequest[] {
  const path = { signatureRequestId: request.id, signerId: signer.id };
  const about = { signatureRequestId: request.id, subject: signerTitle(signer) };
  const { subject } = about;
  if (request.status === 'draft' || request.status === 'paused') {
    return [
      step(updateSigner, { verb: 'edit', title: 'Edit signer', subject, path, body: { info: signer.info } }),
      ...request.documents
        .filter(({ nature }) => nature === 'signable_document')
        .map((document) => placeSignatureStep(about, document.id, signer.id)),
      step(deleteSigner, { verb: 'remove', title: 'Remove signer', subject, path, complete: true }),
    ];
  }
  if (signer.status === 'signed') {
    return [step(getAuditTrail, { verb: 'other', title: 'Get audit trail', subject, path, complete: true })];
  }
  if (request.status !== 'ongoing' || signer.status !== 'notified') return [];
  return [
    linkStep(about, signer.id, subject),
    step(remindSigner, { verb: 'remind', title: 'Remind signer', subject, path, complete: true }),
  ];
}

const approverTones: Tones = { notified: 'open', approved: 'done', rejected: 'refused' };

function approverRecipient(request: SignatureRequestFacts, { id, info, status }: ApproverReply): Recipient {
  const title = info.email || fullName(info.first_name, info.last_name);
  const path = { signatureRequestId: request.id, approverId: id };
  const isAsked = request.status === 'approval' && status === 'notified';
  const remind = step(remindApprover, {
    verb: 'remind',
    title: 'Remind approver',
    subject: title,
    path,
    complete: true,
  });
  const remove = step(deleteApprover, {
    verb: 'remove',
    title: 'Remove approver',
    subject: title,
    path,
    complete: true,
  });
  return {
    id,
    title,
    role: 'approver',
    status: { text: status, tone: toneOf(approverTones, request, status) },
    actions: [
      ...(isAsked ? [approvalLinkStep({ signatureRequestId: request.id, subject: title }, id, title), remind] : []),
      ...(request.status === 'draft' ? [remove] : []),
    ],
  };
}

function actionsOf({ request, signers }: SignersFacts): readonly PreparedRequest[] {
  const about = { signatureRequestId: request.id, subject: request.name };
  switch (request.status) {
    case 'draft': {
      const signable = request.documents.find(({ nature }) => nature === 'signable_document');
      return [
        uploadStep(about),
        addSignerStep(about, signable?.id),
        addApproverStep(about),
        step(updateSignatureRequest, {
          verb: 'edit',
          title: 'Edit',
          subject: request.name,
          path: { signatureRequestId: request.id },
          body: { name: request.name },
        }),
        activateStep(about, whyNotYet(signable !== undefined, signers)),
        deleteStep(about),
      ];
    }
    case 'approval':
    case 'ongoing':
      return [cancelStep(about)];
    case 'expired':
      return [reactivateStep(about), deleteStep(about)];
    case 'done':
      return [...downloadSteps(about), deleteStep(about)];
    case 'deleted':
      return [];
    default:
      return [deleteStep(about)];
  }
}

function whyNotYet(hasDocument: boolean, signers: readonly SignerReply[]): string | undefined {
  if (!hasDocument) return 'Upload a document first.';
  if (signers.length === 0) return 'Add a signer first.';
  const canSign = signers.some(({ fields }) => fields?.some(({ type }) => type === 'signature'));
  return canSign ? undefined : 'Place a signature first.';
}
