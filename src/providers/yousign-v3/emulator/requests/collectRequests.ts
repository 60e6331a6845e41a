import * as z from 'zod';
import type { CollectedDocument } from '../../../../core/emulation';
import { approverReply } from '../../operations/approvers/approverReplies';
import { detailOf, signatureRequestCollection } from '../../resources/signatureRequests';
import { signersFactsOf } from '../facts';
import type { SignatureRequest } from '../state';
import { type Viewer, viewApprover } from '../view';
import { settle } from './progress';

const approverReplies = z.array(approverReply);

export function collectRequests(viewer: Viewer): readonly CollectedDocument[] {
  const listed = viewer.state.requests.inOrder.filter(({ isBroken, status }) => !isBroken && status !== 'deleted');
  return listed.map((request) => ({
    collection: signatureRequestCollection.id,
    detail: detailAt(settle(request, viewer.tools.now()), viewer),
  }));
}

function detailAt(request: SignatureRequest, viewer: Viewer): CollectedDocument['detail'] {
  const approvers = approverReplies.parse(request.approvers.map((one) => viewApprover(request, one, viewer)));
  return detailOf(signersFactsOf(request, viewer), approvers);
}
