import type { PreparedRequest } from '../../core/operation';
import { type SessionFacts, type SignerFacts, titleOf } from './sessionFacts';

/* Requests about a session and its signers, prepared the same way for replies and for the tree. */

type Named = Pick<SessionFacts, 'id' | 'title' | 'returnUrl' | 'owner'>;

export function addSignersStep({ id, title, owner }: Named): PreparedRequest {
  return {
    verb: 'add',
    title: 'Add signer',
    operation: 'constellation1/update-session',
    subject: title,
    body: {
      username: owner,
      session: { Id: id, Signers: [{ FirstName: '', LastName: '', EmailAddress: '', SignerRole: '' }] },
    },
  };
}

export function startStep({ id, title, returnUrl }: Named, blocked?: string): PreparedRequest {
  return {
    verb: 'send',
    title: 'Start session',
    operation: 'constellation1/start-session',
    subject: title,
    path: { signingSessionId: id },
    query: { returnURL: returnUrl },
    ...(returnUrl !== '' && { complete: true }),
    ...(blocked !== undefined && { blocked }),
  };
}

export function cancelStep({ id, title, returnUrl }: Named): PreparedRequest {
  return {
    verb: 'cancel',
    title: 'Cancel session',
    operation: 'constellation1/cancel-session',
    subject: title,
    path: { sessionId: id },
    query: { returnURL: returnUrl },
    ...(returnUrl !== '' && { complete: true }),
  };
}

export function deleteStep({ id, title }: Named): PreparedRequest {
  return {
    verb: 'remove',
    title: 'Delete session',
    operation: 'constellation1/delete-session',
    subject: title,
    path: { sessionId: id },
    complete: true,
  };
}

/** The list as the documentation's sample sends it, StateCode 0 included. */
export function inviteStep(
  { id, returnUrl }: Named,
  signers: readonly SignerFacts[],
  words: Pick<PreparedRequest, 'title' | 'subject' | 'verb'>,
): PreparedRequest {
  return {
    ...words,
    operation: 'constellation1/invite-signers',
    body: {
      signerList: signers.map((signer, index) => ({
        SignerId: signer.id,
        Sequence: signer.sequence ?? index,
        FirstName: signer.firstName,
        LastName: signer.lastName,
        EmailAddress: signer.email,
        StateCode: 0,
        StatusCode: signer.status ?? 1,
      })),
      signingSessionId: id,
      returnURL: returnUrl,
    },
  };
}

export function editStep({ id, owner }: Named, signer: SignerFacts): PreparedRequest {
  const { firstName, lastName, email, role, sequence } = signer;
  return {
    verb: 'edit',
    title: 'Edit signer',
    operation: 'constellation1/update-signers',
    subject: titleOf(signer),
    body: {
      username: owner,
      signingSessionId: id,
      signers: [
        {
          SignerId: signer.id,
          ...(sequence !== undefined && { Sequence: sequence }),
          FirstName: firstName,
          LastName: lastName,
          EmailAddress: email,
          ...(role !== '' && { SignerRole: role }),
        },
      ],
    },
  };
}

/** A token, and no link: how the one becomes the other is not documented. */
export function inviteTokenStep(signer: SignerFacts): PreparedRequest {
  return {
    verb: 'other',
    title: 'Get invite token',
    operation: 'constellation1/get-signer-invite-token',
    subject: titleOf(signer),
    path: { signerId: signer.id },
    complete: true,
  };
}
