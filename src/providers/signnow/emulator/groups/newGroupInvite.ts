import type { EmulatorTools } from '../../../../core/emulation';
import { firstByKey } from '../../../../kit/firstByKey';
import { emailKey } from '../../facts/documentFacts';
import type { EmulatedGroupInvite, EmulatedGroupSigner, SignerDocument } from '../records/groups';
import type { Invited } from '../records/invites';
import { type Handlers, newId, type State } from '../state';

type InviteBody = Parameters<Handlers['createGroupInvite']>[0]['values']['body'];
type StepValues = InviteBody['invite_steps'][number];
type ActionValues = StepValues['invite_actions'][number];

/** Whoever signs as merged is asked once in a step, for all of their documents; otherwise once for each. */
export function newSigners(
  state: State,
  { invite_steps: steps, sign_as_merged: asMerged = true }: InviteBody,
  tools: EmulatorTools,
): readonly EmulatedGroupSigner[] {
  return steps.flatMap((step) => {
    const sessions = asMerged ? byRecipient(step.invite_actions) : step.invite_actions.map((action) => [action]);
    return sessions.map((actions) => newSigner(state, step, actions, tools));
  });
}

/** The steps that signers stand in. */
export function inviteSteps(signers: readonly Invited[], tools: EmulatorTools): EmulatedGroupInvite['steps'] {
  const orders = [...new Set(signers.map(({ order }) => order))].sort((one, other) => one - other);
  return orders.map((order) => ({ id: newId(tools), order }));
}

const minutesOfDay = 24 * 60;

export function isPending({ status }: Invited): boolean {
  return status === 'pending';
}

function byRecipient(actions: readonly ActionValues[]): readonly (readonly ActionValues[])[] {
  const sessions = new Map<string, ActionValues[]>();
  for (const action of actions) {
    const key = emailKey(action.email);
    sessions.set(key, [...(sessions.get(key) ?? []), action]);
  }
  return [...sessions.values()];
}

function newSigner(
  state: State,
  { order, invite_emails: mails = [] }: StepValues,
  actions: readonly ActionValues[],
  tools: EmulatorTools,
): EmulatedGroupSigner {
  const now = tools.now();
  const [first] = actions;
  const email = first?.email.trim() ?? '';
  const mail = firstByKey(mails, (one) => emailKey(one.email)).get(emailKey(email));
  return {
    email,
    order,
    status: 'created',
    createdAt: now,
    updatedAt: now,
    settings: {
      language: first?.language,
      redirect_uri: first?.redirect_uri,
      decline_redirect_uri: first?.decline_redirect_uri,
      close_redirect_uri: first?.close_redirect_uri,
      authentication: first?.authentication,
      link_expiration: mail?.expiration_days && mail.expiration_days * minutesOfDay,
      delivery_type: mail?.disabled === 1 ? 'link' : 'email',
    },
    documents: actions.map((action) => partOf(state, action, tools)),
  };
}

function partOf(
  state: State,
  { document_id: documentId, role_name: role, action }: ActionValues,
  tools: EmulatorTools,
): SignerDocument {
  return {
    inviteId: newId(tools),
    documentId,
    action,
    role: state.documents.get(documentId)?.roles.find(({ name }) => name === role),
  };
}
