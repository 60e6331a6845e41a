import { refuse } from '../../failures';
import { trialLimits } from '../../limits';
import { approverAt, notFound, putBehind, requestAt } from '../records';
import { mailReminder } from '../requests/messages';
import { isAsked } from '../requests/progress';
import type { Approver, Handlers } from '../state';
import { viewApprover } from '../view';
import { customTextOf, newApprover } from './newPeople';
import { changedInfo, infoOf } from './newSigners';
import { isOutside } from './trial';

export const approverHandlers: Pick<
  Handlers,
  'createApprover' | 'listApprovers' | 'getApprover' | 'updateApprover' | 'deleteApprover' | 'remindApprover'
> = {
  createApprover: (context) => {
    const { state, values, tools } = context;
    const { body } = values;
    const request = requestAt(state, values.path, tools.now());
    if ('failure' in request) return request;
    const signer =
      'signer_id' in body ? request.signers.find(({ id }) => id === body.signer_id.toLowerCase()) : undefined;
    if ('signer_id' in body && signer === undefined) return notFound;
    const info = signer?.info ?? infoOf(state, request, 'signer_id' in body ? {} : body);
    if ('failure' in info) return info;
    if (request.approvers.some((other) => isSame(other, info))) return refuse('approver-already-there');
    if (tools.isOn('trial')) {
      if (request.approvers.length >= trialLimits.people) return refuse('trial-limit');
      if (isOutside(state, info)) return refuse('recipient-outside-trial');
    }
    const approver = newApprover(tools.uuid(), { ...info }, customTextOf(body.custom_text));
    request.approvers = putBehind(request.approvers, approver, body.insert_after_id);
    return { status: 201, body: viewApprover(request, approver, context) };
  },
  listApprovers: (context) => {
    const { state, values, tools } = context;
    const request = requestAt(state, values.path, tools.now());
    if ('failure' in request) return request;
    return { status: 200, body: request.approvers.map((approver) => viewApprover(request, approver, context)) };
  },
  getApprover: (context) => {
    const { state, values, tools } = context;
    const found = approverAt(state, values.path, tools.now());
    return 'failure' in found ? found : { status: 200, body: viewApprover(found.request, found.approver, context) };
  },
  updateApprover: (context) => {
    const { state, values, tools } = context;
    const found = approverAt(state, values.path, tools.now());
    if ('failure' in found) return found;
    const { request, approver } = found;
    if (approver.status !== 'initiated' && approver.status !== 'notified')
      return refuse('approver-status-not-compatible');
    approver.info = changedInfo(approver.info, values.body.info);
    return { status: 200, body: viewApprover(request, approver, context) };
  },
  deleteApprover: ({ state, values: { path }, tools }) => {
    const found = approverAt(state, path, tools.now());
    if ('failure' in found) return found;
    const { request, approver } = found;
    request.approvers = request.approvers.filter((other) => other !== approver);
    return { status: 204 };
  },
  remindApprover: ({ state, values: { path }, tools }) => {
    const found = approverAt(state, path, tools.now());
    if ('failure' in found) return found;
    if (!isAsked(found.request, found.approver)) return refuse('approver-status-not-compatible');
    mailReminder(found.request, found.approver, tools);
    return { status: 201 };
  },
};

function isSame({ info }: Approver, { email }: Approver['info']): boolean {
  return info.email.toLowerCase() === email.toLowerCase();
}
