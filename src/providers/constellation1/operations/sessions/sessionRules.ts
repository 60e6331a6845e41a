import type * as z from 'zod';
import { defineRule, type Finding } from '../../../../core/operation';
import { firstByKey } from '../../../../kit/firstByKey';
import { isSessionOver, sessionStatus, statusOfSession } from '../../codes';
import { type SessionFacts, titleOf } from '../../facts';
import { incompleteSigners } from '../signers/signerRules';
import type { createSessionBody, startPath, updateSessionBody } from './sessionBodies';

const complete = 'Every signer has a last name and a valid e-mail address.';

export const newSignersAreComplete = defineRule<{ readonly body: typeof createSessionBody }>({
  failure: 'signer-incomplete',
  statement: complete,
  check: ({ body }) => incompleteSigners(body?.session?.Signers, '/body/session/Signers'),
});

type UpdateRequest = { readonly body: typeof updateSessionBody };

interface NamingBody {
  readonly session: {
    readonly Id?: string | undefined;
    readonly SessionInfo?: { readonly Id?: string | undefined } | undefined;
  };
}

export const sessionIsNamed = defineRule<{ readonly body: z.ZodType<NamingBody> }>({
  failure: 'session-not-named',
  statement: 'Id, or SessionInfo.Id, names the session.',
  check: ({ body }) =>
    body?.session === undefined || body.session.Id || body.session.SessionInfo?.Id
      ? []
      : [{ pointer: '/body/session/Id', message: 'Which session is meant?' }],
});

export const updateRules = [
  sessionIsNamed,
  defineRule<UpdateRequest, SessionFacts>({
    failure: 'signer-incomplete',
    statement: complete,
    check: ({ body }) => incompleteSigners(body?.session?.Signers, '/body/session/Signers'),
  }),
  defineRule<UpdateRequest, SessionFacts>({
    failure: 'session-closed',
    statement: 'The session is not completed, cancelled, deleted, purged, expired or archived.',
    check: ({ body }, facts) =>
      closedAt(body?.session?.Id ? '/body/session/Id' : '/body/session/SessionInfo/Id', facts),
  }),
  defineRule<UpdateRequest, SessionFacts>({
    failure: 'role-taken',
    statement: 'No signer is added with a role that another signer of the session has.',
    check: ({ body }, facts) => {
      const holders = firstByKey(facts?.signers ?? [], ({ role }) => role);
      return (body?.session?.Signers ?? []).flatMap((signer, index) => {
        const holder = signer?.SignerRole ? holders.get(signer.SignerRole) : undefined;
        if (holder === undefined) return [];
        const pointer = `/body/session/Signers/${index}/SignerRole`;
        return [{ pointer, message: `The role ${holder.role} is assigned to ${titleOf(holder)}.` }];
      });
    },
  }),
];

type StartRequest = { readonly path: typeof startPath };

export const startRules = [
  defineRule<StartRequest, SessionFacts>({
    failure: 'session-without-signers',
    statement: 'The session has signers.',
    check: (_values, facts) =>
      facts?.signers.length === 0
        ? [{ pointer: '/path/signingSessionId', message: 'The session has no signers.' }]
        : [],
  }),
  defineRule<StartRequest, SessionFacts>({
    failure: 'signer-incomplete',
    statement: complete,
    check: (_values, facts) => {
      const signers = facts?.signers.map(({ lastName, email }) => ({ LastName: lastName || ' ', EmailAddress: email }));
      return incompleteSigners(signers, '').length === 0
        ? []
        : [{ pointer: '/path/signingSessionId', message: 'A signer lacks a last name or a valid e-mail address.' }];
    },
  }),
  defineRule<StartRequest, SessionFacts>({
    failure: 'not-done',
    statement: 'The session is a draft, or paused.',
    severity: 'warning',
    check: (_values, facts) => {
      const isStartable = facts?.status === sessionStatus.draft || facts?.status === sessionStatus.paused;
      return isStartable ? [] : notFitting('/path/signingSessionId', facts);
    },
  }),
];

export const isCancellable = notOver('/path/sessionId');

export const isCloseable = notOver('/path/signingSessionId');

export const isPausable = defineRule<StartRequest, SessionFacts>({
  failure: 'session-closed',
  statement: 'The session is not over yet.',
  check: (_values, facts) => closedAt('/path/signingSessionId', facts),
});

function closedAt(pointer: string, facts: SessionFacts | undefined): readonly Finding[] {
  if (!isSessionOver(facts?.status)) return [];
  return [{ pointer, message: `The signing session is ${statusOfSession(facts?.status)?.text}.` }];
}

function notOver(pointer: string) {
  return defineRule<{ readonly path: z.ZodObject }, SessionFacts>({
    failure: 'not-done',
    statement: 'The session is not over yet.',
    severity: 'warning',
    check: (_values, facts) => (isSessionOver(facts?.status) ? notFitting(pointer, facts) : []),
  });
}

function notFitting(pointer: string, facts: SessionFacts | undefined): readonly Finding[] {
  const status = statusOfSession(facts?.status);
  return status === undefined ? [] : [{ pointer, message: `The session is ${status.text} already.` }];
}
