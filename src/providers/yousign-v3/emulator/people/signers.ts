import { refuse } from '../../failures';
import { putBehind, requestAt, signerAt } from '../records';
import { mailReminder, sendCode } from '../requests/messages';
import { isAsked, isSigned, sign } from '../requests/progress';
import type { Handlers } from '../state';
import { viewSigner, viewSigners } from '../view';
import { codeOf, mayGetCode } from './codes';
import { addSigner, changedInfo, signerSettingsOf } from './newSigners';
import { isOutside } from './trial';

export const signerHandlers: Pick<
  Handlers,
  | 'createSigner'
  | 'listSigners'
  | 'getSigner'
  | 'updateSigner'
  | 'deleteSigner'
  | 'remindSigner'
  | 'sendCode'
  | 'sign'
  | 'unblockIdentification'
> = {
  createSigner: (context) => {
    const { state, values, tools } = context;
    const request = requestAt(state, values.path, tools.now());
    if ('failure' in request) return request;
    const signer = addSigner(context, request, values.body);
    return 'failure' in signer ? signer : { status: 201, body: viewSigner(request, signer, context) };
  },
  listSigners: (context) => {
    const { state, values, tools } = context;
    const request = requestAt(state, values.path, tools.now());
    return 'failure' in request ? request : { status: 200, body: viewSigners(request, context) };
  },
  getSigner: (context) => {
    const { state, values, tools } = context;
    const found = signerAt(state, values.path, tools.now());
    return 'failure' in found ? found : { status: 200, body: viewSigner(found.request, found.signer, context) };
  },
  updateSigner: (context) => {
    const { state, values, tools } = context;
    const { body } = values;
    const found = signerAt(state, values.path, tools.now());
    if ('failure' in found) return found;
    const { request, signer } = found;
    const info = changedInfo(signer.info, body.info ?? {});
    if (tools.isOn('trial')) {
      if (body.redirect_urls !== undefined) return refuse('redirects-in-trial');
      if (isOutside(state, info)) return refuse('recipient-outside-trial');
    }
    signer.info = info;
    signer.settings = signerSettingsOf(body, signer.settings);
    const { insert_after_id: after } = body;
    if (after !== undefined) request.signers = putBehind(request.signers, signer, after);
    return { status: 200, body: viewSigner(request, signer, context) };
  },
  deleteSigner: ({ state, values: { path }, tools }) => {
    const found = signerAt(state, path, tools.now());
    if ('failure' in found) return found;
    const { request, signer } = found;
    request.signers = request.signers.filter((other) => other !== signer);
    for (const { fields } of request.documents) {
      for (const field of fields.values()) {
        if ('signer_id' in field && field.signer_id === signer.id) fields.delete(field.id);
      }
    }
    return { status: 204 };
  },
  remindSigner: ({ state, values: { path }, tools }) => {
    const found = signerAt(state, path, tools.now());
    if ('failure' in found) return found;
    if (!isAsked(found.request, found.signer)) return refuse('signer-not-notified');
    mailReminder(found.request, found.signer, tools);
    return { status: 201 };
  },
  sendCode: ({ state, values: { path }, tools }) => {
    const found = signerAt(state, path, tools.now());
    if ('failure' in found) return found;
    if (!mayGetCode(found.signer, tools.now())) return refuse('codes-too-many');
    found.signer.codes.push(tools.now());
    sendCode(found.request, found.signer, tools);
    return { status: 204 };
  },
  sign: ({ state, values: { path, body }, tools }) => {
    const found = signerAt(state, path, tools.now());
    if ('failure' in found) return found;
    const { request, signer } = found;
    if (isSigned(signer)) return refuse('signer-not-notified');
    const needsCode = signer.settings.signature_authentication_mode !== 'no_otp';
    if (needsCode && body.otp !== codeOf(signer)) return refuse('code-missing', { name: 'otp' });
    sign(state, request, signer, tools);
    return { status: 204 };
  },
  unblockIdentification: ({ state, values: { path }, tools }) => {
    const found = signerAt(state, path, tools.now());
    return 'failure' in found ? found : { status: 204 };
  },
};
