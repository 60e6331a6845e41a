import { isRejection, type Rejection } from '../../../../core/emulation';
import { refuse } from '../../failures';
import { nothingIn } from '../dialects';
import { mailRoles } from '../signingPages';
import { type EmulatedPackage, type EmulatedRole, type Handlers, packageAt, roleAt, type State } from '../state';
import { asksForCode, phoneOf, sendCode } from './lock';
import { newSignerToken } from './sessions';

export const accessHandlers: Pick<
  Handlers,
  | 'unlockRole'
  | 'notifyBySms'
  | 'getVerification'
  | 'createVerification'
  | 'updateVerification'
  | 'deleteVerification'
  | 'createMultiUseToken'
  | 'createSingleUseToken'
  | 'createSenderToken'
  | 'createUserToken'
> = {
  unlockRole: (context) => {
    const found = placeOf(context);
    if (isRejection(found)) return found;
    const { role } = found;
    role.body = { ...role.body, locked: false };
    role.access.wrongAnswers = 0;
    return { status: 200, body: role.body };
  },
  notifyBySms: (context) => {
    const found = placeOf(context);
    if (isRejection(found)) return found;
    const { holder, role } = found;
    const { tools } = context;
    if (asksForCode(role)) sendCode(holder, role, tools);
    else mailRoles(holder, [role], 'reminder', tools, { channel: 'sms', to: phoneOf(role) });
    return nothingIn(context.dialect);
  },
  getVerification: (context) => {
    const found = placeOf(context);
    if (isRejection(found)) return found;
    const { verification } = found.role.access;
    return verification === undefined ? { status: 204 } : { status: 200, body: verification };
  },
  createVerification: (context) => {
    const found = placeOf(context);
    if (isRejection(found)) return found;
    found.role.access.verification = context.values.body;
    return { status: 200, body: context.values.body };
  },
  updateVerification: (context) => {
    const found = placeOf(context);
    if (isRejection(found)) return found;
    if (found.role.access.verification === undefined) return refuse('verification-not-found');
    found.role.access.verification = context.values.body;
    return { status: 200, body: context.values.body };
  },
  deleteVerification: (context) => {
    const found = placeOf(context);
    if (isRejection(found)) return found;
    if (found.role.access.verification === undefined) return refuse('verification-not-found');
    found.role.access.verification = undefined;
    return nothingIn(context.dialect);
  },
  createMultiUseToken: (context) => createToken(context, false),
  createSingleUseToken: (context) => createToken(context, true),
  createSenderToken: ({ state, values: { body }, tools }) => {
    const found = packageAt(state, body.packageId, tools.now());
    if (isRejection(found)) return found;
    return { status: 200, body: { packageId: found.id, value: tokenText(tools.uuid()) } };
  },
  createUserToken: ({ tools }) => ({ status: 200, body: { value: tokenText(tools.uuid()) } }),
};

interface InRole {
  readonly state: State;
  readonly values: { readonly path: { readonly packageId: string; readonly roleId: string } };
  readonly tools: Parameters<Handlers['unlockRole']>[0]['tools'];
}

function placeOf({
  state,
  values: { path },
  tools,
}: InRole): { readonly holder: EmulatedPackage; readonly role: EmulatedRole } | Rejection {
  const holder = packageAt(state, path.packageId, tools.now());
  if (isRejection(holder)) return holder;
  const role = roleAt(holder, path.roleId);
  return isRejection(role) ? role : { holder, role };
}

type TokenContext = Parameters<Handlers['createMultiUseToken']>[0];

function createToken({ state, values: { body }, tools }: TokenContext, isSingleUse: boolean) {
  const holder = packageAt(state, body.packageId, tools.now());
  if (isRejection(holder)) return holder;
  const { packageId, signerId, sessionFields } = body;
  const role = holder.roles.find(
    (one) => one.body.id === signerId || one.body.signers.some((signer) => signer.id === signerId),
  );
  if (role === undefined) return refuse('signer-id-unknown');
  const value = tokenText(tools.uuid());
  state.signerTokens.set(value, newSignerToken({ packageId, roleId: role.body.id, isSingleUse }, tools));
  return { status: 200 as const, body: { packageId, signerId, value, ...(sessionFields && { sessionFields }) } };
}

/** As the examples look: the text of a UUID in base64. */
function tokenText(uuid: string): string {
  return btoa(uuid);
}
