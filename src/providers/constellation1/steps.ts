import type { PreparedRequest } from '../../core/operation';
import { step } from '../../kit/calls';
import { type SessionFacts, type SignerFacts, titleOf } from './facts';
import { copySession } from './operations/sessions/copySession';
import { closeSession, editSession } from './operations/sessions/endSessions';
import { getActionLogs } from './operations/sessions/readSessions';
import { cancelSession, deleteSession, startSession, updateSession } from './operations/sessions/sessions';
import { inviteSigners } from './operations/signers/inviteSigners';
import { getSignerInviteToken, updateSigners } from './operations/signers/signers';

/* Requests about a session and its signers, prepared the same way for replies and for the tree. */

type Named = Pick<SessionFacts, 'id' | 'title' | 'returnUrl' | 'owner'>;

export function addSignersStep({ id, title, owner }: Named): PreparedRequest {
  return step(updateSession, {
    verb: 'add',
    title: 'Add signer',
    subject: title,
    body: {
      username: owner,
      session: { Id: id, Signers: [{ FirstName: '', LastName: '', EmailAddress: '', SignerRole: '' }] },
    },
  });
}

export function startStep({ id, title, returnUrl }: Named, blocked?: string): PreparedRequest {
  return step(startSession, {
    verb: 'send',
    title: 'Start session',
    subject: title,
    path: { signingSessionId: id },
    query: { returnURL: returnUrl },
    ...(returnUrl !== '' && { complete: true }),
    blocked,
  });
}

export function cancelStep({ id, title, returnUrl }: Named): PreparedRequest {
  return step(cancelSession, {
    verb: 'cancel',
    title: 'Cancel session',
    subject: title,
    path: { sessionId: id },
    query: { returnURL: returnUrl },
    ...(returnUrl !== '' && { complete: true }),
  });
}

export function closeStep({ id, title, returnUrl }: Named): PreparedRequest {
  return step(closeSession, {
    verb: 'other',
    title: 'Close session',
    subject: title,
    path: { signingSessionId: id },
    query: { returnURL: returnUrl },
    ...(returnUrl !== '' && { complete: true }),
  });
}

export function pauseStep({ id, title }: Named): PreparedRequest {
  return step(editSession, {
    verb: 'other',
    title: 'Pause session',
    subject: title,
    path: { signingSessionId: id },
    complete: true,
  });
}

export function copyStep({ id, title }: Named): PreparedRequest {
  return step(copySession, {
    verb: 'other',
    title: 'Copy session',
    subject: title,
    body: { copyOptions: { RetainFields: true }, session: { Id: id, SessionInfo: { Title: title } } },
  });
}

export function logsStep({ id, title }: Named): PreparedRequest {
  return step(getActionLogs, {
    verb: 'other',
    title: 'Get what happened',
    subject: title,
    path: { sessionId: id },
    complete: true,
  });
}

export function deleteStep({ id, title }: Named): PreparedRequest {
  return step(deleteSession, {
    verb: 'remove',
    title: 'Delete session',
    subject: title,
    path: { sessionId: id },
    complete: true,
  });
}

/** The list as the documentation's sample sends it, StateCode 0 included. */
export function inviteStep(
  { id, returnUrl }: Named,
  signers: readonly SignerFacts[],
  words: Pick<PreparedRequest, 'title' | 'subject' | 'verb'>,
): PreparedRequest {
  return step(inviteSigners, {
    ...words,
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
  });
}

export function editStep({ id, owner }: Named, signer: SignerFacts): PreparedRequest {
  const { firstName, lastName, email, role, sequence } = signer;
  return step(updateSigners, {
    verb: 'edit',
    title: 'Edit signer',
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
  });
}

/** A token, and no link: how the one becomes the other is not documented. */
export function inviteTokenStep(signer: SignerFacts): PreparedRequest {
  return step(getSignerInviteToken, {
    verb: 'other',
    title: 'Get invite token',
    subject: titleOf(signer),
    path: { signerId: signer.id },
    complete: true,
  });
}
