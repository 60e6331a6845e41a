import type { EmulatorTools, Rejection } from '../../../../core/emulation';
import { refuse } from '../../failures';
import { callerIn } from '../account';
import { addSigner } from '../people/newSigners';
import { isOutside } from '../people/trial';
import { hasRoomToday } from '../rates';
import { addRequest, forget, nextNumber, requestAt } from '../records';
import type { Handlers, SignatureRequest } from '../state';
import { daysAfter, endOfDay } from '../times';
import { viewActivated, viewRequest } from '../view';
import { listRequests } from './listRequests';
import { tellEvents } from './messages';
import { newRequest } from './newRequest';
import { activate, end, reactivate } from './progress';
import { settingsOf } from './settings';

export const requestHandlers: Pick<
  Handlers,
  | 'listSignatureRequests'
  | 'getSignatureRequest'
  | 'createSignatureRequest'
  | 'updateSignatureRequest'
  | 'deleteSignatureRequest'
  | 'activateSignatureRequest'
  | 'cancelSignatureRequest'
  | 'reactivateSignatureRequest'
> = {
  listSignatureRequests: ({ state, values: { query }, tools }) => ({
    status: 200,
    body: listRequests(state.requests, query, tools.now()),
  }),
  getSignatureRequest: ({ state, values: { path }, tools }) => {
    const request = requestAt(state, path, tools.now());
    return 'failure' in request ? request : { status: 200, body: viewRequest(request, tools.now()) };
  },
  createSignatureRequest: (context) => {
    const { state, values, caller, tools } = context;
    const { expiration_date: day, signers = [], documents = [], ...body } = values.body;
    // Documents that were uploaded to no signature request: there is no such call here.
    if (documents.length > 0) return refuse('document-not-of-request', { name: 'documents' });
    const request = newRequest(
      {
        id: tools.uuid(),
        number: nextNumber(state.requests),
        sender: callerIn(state, caller),
        expiresOn: day?.slice(0, 10),
      },
      tools.now(),
    );
    request.settings = settingsOf(body, request.settings);
    const fault = expire(request, day, tools);
    if (fault !== undefined) return fault;
    for (const signer of signers) {
      const added = addSigner(context, request, signer);
      if ('failure' in added) return added;
    }
    if (tools.isOn('trial') && !hasRoomToday(state, tools)) return refuse('trial-limit');
    addRequest(state.requests, request);
    return { status: 201, body: viewRequest(request, tools.now()) };
  },
  updateSignatureRequest: ({ state, values: { path, body }, tools }) => {
    const request = requestAt(state, path, tools.now());
    if ('failure' in request) return request;
    const fault = expire(request, body.expiration_date, tools);
    if (fault !== undefined) return fault;
    request.settings = settingsOf(body, request.settings);
    return { status: 200, body: viewRequest(request, tools.now()) };
  },
  deleteSignatureRequest: ({ state, values: { path, query }, tools }) => {
    const request = requestAt(state, path, tools.now());
    if ('failure' in request) return request;
    const isForGood = query.permanent_delete === true;
    if (isForGood) forget(state, request);
    request.status = 'deleted';
    const event = isForGood ? 'signature_request.permanently_deleted' : 'signature_request.deleted';
    tellEvents(state, request, [event], tools);
    return { status: 204 };
  },
  activateSignatureRequest: ({ state, values: { path }, tools, baseUrl }) => {
    const request = requestAt(state, path, tools.now());
    if ('failure' in request) return request;
    const people = [...request.signers, ...request.approvers];
    if (tools.isOn('trial') && people.some(({ info }) => isOutside(state, info)))
      return refuse('recipient-outside-trial');
    request.linkBase = baseUrl;
    activate(state, request, tools);
    return { status: 201, body: viewActivated(request, { state, tools, baseUrl }) };
  },
  cancelSignatureRequest: ({ state, values: { path }, tools }) => {
    const request = requestAt(state, path, tools.now());
    if ('failure' in request) return request;
    end(request, 'canceled');
    tellEvents(state, request, ['signature_request.canceled'], tools);
    return { status: 201, body: viewRequest(request, tools.now()) };
  },
  reactivateSignatureRequest: ({ state, values: { path, body }, tools }) => {
    const request = requestAt(state, path, tools.now());
    if ('failure' in request) return request;
    const fault = expire(request, body.expiration_date, tools);
    if (fault !== undefined) return fault;
    reactivate(state, request, tools);
    return { status: 201, body: viewRequest(request, tools.now()) };
  },
};

/** A day, or a time as it was answered, that lies ahead, and not more than a year. */
function expire(request: SignatureRequest, day: string | undefined, { now }: EmulatorTools): Rejection | undefined {
  if (day === undefined) return undefined;
  const at = day.includes('T') ? Date.parse(day) : endOfDay(day, request.settings.timezone);
  if (!(at > now() && at <= daysAfter(now(), 366)))
    return refuse('expiration-out-of-range', { name: 'expiration_date' });
  request.expiresAt = at;
  return undefined;
}
