import { type NextSteps, readingReply } from '../../kit/nextSteps';
import { documentReply } from './operations/documents/documentReplies';
import type { operations } from './operations/operations';
import { activatedReply, signatureRequestReply } from './operations/signatureRequests/signatureRequestReplies';
import { signerReply } from './operations/signers/signerReplies';
import {
  activateStep,
  addApproverStep,
  addSignerStep,
  approvalLinksStep,
  cancelStep,
  downloadSteps,
  placeSignatureStep,
  reactivateStep,
  signingLinksStep,
  uploadStep,
} from './steps';

export const nextSteps: NextSteps<typeof operations> = {
  createSignatureRequest: readingReply(signatureRequestReply, draftSteps),
  getSignatureRequest: readingReply(signatureRequestReply, (reply) => {
    const about = aboutOf(reply);
    switch (reply.status) {
      case 'draft':
        return draftSteps(reply);
      case 'approval':
      case 'ongoing':
        return [cancelStep(about)];
      case 'expired':
        return [reactivateStep(about)];
      case 'done':
        return downloadSteps(about);
      default:
        return [];
    }
  }),
  uploadDocument: readingReply(documentReply, ({ id, nature }, { values: { path } }) => {
    const about = { ...path, subject: 'The draft' };
    return nature === 'signable_document' ? [addSignerStep(about, id), uploadStep(about)] : [uploadStep(about)];
  }),
  createSigner: readingReply(signerReply, (signer, { values: { path } }) => {
    const about = { ...path, subject: 'The draft' };
    const hasSignature = signer.fields?.some(({ type }) => type === 'signature') ?? false;
    return [
      addSignerStep(about, signer.fields?.[0]?.document_id),
      addApproverStep(about),
      activateStep(about, hasSignature ? undefined : 'Place a signature first.'),
    ];
  }),
  createApprover: (_reply, { values: { path } }) => [activateStep({ ...path, subject: 'The draft' })],
  createField: (_reply, { values: { path } }) => [
    activateStep({ signatureRequestId: path.signatureRequestId, subject: 'The draft' }),
  ],
  activateSignatureRequest: readingReply(activatedReply, ({ id, name, status }) => {
    const about = { signatureRequestId: id, subject: name };
    return [status === 'approval' ? approvalLinksStep(about) : signingLinksStep(about), cancelStep(about)];
  }),
};

interface Read {
  readonly id: string;
  readonly name: string;
  readonly documents: readonly { readonly id: string; readonly nature: string }[];
  readonly signers: readonly { readonly id: string }[];
}

function aboutOf({ id, name }: Read) {
  return { signatureRequestId: id, subject: name };
}

function draftSteps(reply: Read) {
  const about = aboutOf(reply);
  const signable = reply.documents.find(({ nature }) => nature === 'signable_document');
  const [signer] = reply.signers;
  return [
    uploadStep(about),
    addSignerStep(about, signable?.id),
    addApproverStep(about),
    ...(signable !== undefined && signer !== undefined ? [placeSignatureStep(about, signable.id, signer.id)] : []),
    activateStep(
      about,
      signable === undefined ? 'Upload a document first.' : signer === undefined ? 'Add a signer first.' : undefined,
    ),
  ];
}
