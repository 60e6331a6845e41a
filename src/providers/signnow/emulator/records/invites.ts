import { onTurn, type TurnTaking } from '../../../../kit/signing';

export interface EmulatedRole {
  readonly id: string;
  readonly name: string;
}

export type InviteStatus = 'created' | 'pending' | 'fulfilled' | 'declined';

/** One who is asked to sign, alone or within a group. */
export interface Invited {
  readonly email: string;
  readonly order: number;
  status: InviteStatus;
  readonly createdAt: number;
  updatedAt: number;
  readonly settings: SignerSettings;
  /** It was told that their time has run out. */
  isExpired?: true;
  /** Why they declined. */
  declinedText?: string | undefined;
}

export interface EmulatedInvite extends Invited {
  readonly id: string;
  readonly role: EmulatedRole;
  /** An application brings the signer to the document, instead of an e-mail of signNow. */
  readonly embedded: boolean;
}

export interface FreeFormInvite extends Invited {
  readonly id: string;
  canceled?: boolean | undefined;
}

export interface SignerSettings {
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
  readonly language?: string | undefined;
  /** How the application says that it knows the signer. */
  readonly auth_method?: string | undefined;
  /** What signNow itself asks of the signer. */
  readonly authentication?: SignerCheck | null | undefined;
  /** `email`: signNow sends the link; otherwise whoever invites brings it to the signer. */
  readonly delivery_type?: string | undefined;
  /** In minutes. */
  readonly link_expiration?: number | null | undefined;
  readonly redirect_uri?: string | undefined;
  readonly decline_redirect_uri?: string | undefined;
  readonly close_redirect_uri?: string | undefined;
  readonly redirect_target?: string | undefined;
  readonly prefill_signature_name?: string | undefined;
  readonly required_preset_signature_name?: string | undefined;
  readonly force_new_signature?: number | undefined;
  /** `1`: the invite may not be handed on. */
  readonly reassign?: string | undefined;
  readonly decline_by_signature?: string | undefined;
  /** In days. */
  readonly reminder?: number | undefined;
}

export interface SignerCheck {
  readonly type: string;
  readonly method?: string | undefined;
}

export const turns: TurnTaking<Invited> = {
  orderOf: ({ order }) => order,
  isDone: ({ status }) => status === 'fulfilled',
};

/** The signers of the lowest step that is not done become pending, and come back. A decline stops the order. */
export function openNextStep<Signer extends Invited>(signers: readonly Signer[]): readonly Signer[] {
  if (signers.some(({ status }) => status === 'declined')) return [];
  const opened = onTurn<Signer>(signers, turns).filter(({ status }) => status === 'created');
  for (const signer of opened) signer.status = 'pending';
  return opened;
}
