import { isRejection } from '../../../../core/emulation';
import { pick } from '../../../../core/typing/keysOf';
import { oneSpan } from '../../operations/oneSpan';
import { nothingIn } from '../dialects';
import { approvalFor, documentFor } from '../documents/documentAt';
import { viewApproval } from '../documents/documentView';
import { newApproval, newField } from '../documents/newDocument';
import type { Handlers } from '../state';

export const approvalHandlers: Pick<
  Handlers,
  'createApproval' | 'replaceApprovals' | 'getApproval' | 'updateApproval' | 'deleteApproval'
> = {
  createApproval: (context) => {
    const found = documentFor(context);
    if (isRejection(found)) return found;
    const { holder, document } = found;
    const approval = newApproval(context.values.body, context.tools);
    document.body.approvals.push(approval);
    holder.updatedAt = context.tools.now();
    return { status: 200, body: viewApproval(holder, approval) };
  },
  replaceApprovals: (context) => {
    const found = documentFor(context);
    if (isRejection(found)) return found;
    const { holder, document } = found;
    document.body.approvals = context.values.body.map((approval) => newApproval(approval, context.tools));
    holder.updatedAt = context.tools.now();
    const results = document.body.approvals.map((approval) => viewApproval(holder, approval));
    return { status: 200, body: context.dialect === oneSpan ? results : { count: results.length, results } };
  },
  getApproval: (context) => {
    const found = approvalFor(context);
    return isRejection(found) ? found : { status: 200, body: viewApproval(found.holder, found.approval) };
  },
  updateApproval: (context) => {
    const found = approvalFor(context);
    if (isRejection(found)) return found;
    const { holder, approval } = found;
    const { fields, ...values } = context.values.body;
    Object.assign(approval, pick(values, ['name', 'role', 'optional', 'enforceCaptureSignature', 'data']));
    if (fields !== undefined) approval.fields = fields.map((field) => newField(field, context.tools));
    holder.updatedAt = context.tools.now();
    return { status: 200, body: viewApproval(holder, approval) };
  },
  deleteApproval: (context) => {
    const found = approvalFor(context);
    if (isRejection(found)) return found;
    const { holder, document, approval } = found;
    document.body.approvals = document.body.approvals.filter((other) => other !== approval);
    holder.updatedAt = context.tools.now();
    return nothingIn(context.dialect);
  },
};
