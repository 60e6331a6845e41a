import * as z from 'zod';
import { defineOperation, defineRule, type Rule } from '../../../../core/operation';
import { bodyRefusals, refusals } from '../../errors';
import { type SignersFacts, signersFactsOf } from '../../facts/signersFacts';
import { sources } from '../../sources';
import { isSameId } from '../namedIds';
import { sampleIds } from '../sampleIds';
import { ofSigner } from './readSigners';
import type { SignerReply } from './signerReplies';

/* What is asked of a signer who was notified, and what stands in for the signing page of Yousign. */

type OfSigner = { readonly path: typeof ofSigner };

interface SignerCondition extends Omit<Rule, 'check'> {
  readonly fault: (signer: SignerReply, facts: SignersFacts) => string | undefined;
}

/** A rule of what must hold of the signer that the path names. */
function condition({ fault, ...rule }: SignerCondition): Rule {
  return defineRule<OfSigner, SignersFacts>({
    ...rule,
    check: ({ path }, facts) => {
      const signer = facts?.signers.find(({ id }) => isSameId(id, path?.signerId));
      const message = facts && signer && fault(signer, facts);
      return message === undefined ? [] : [{ pointer: '/path/signerId', message }];
    },
  });
}

const isNotified = condition({
  failure: 'signer-not-notified',
  statement: 'The signature request is ongoing, and the signer was notified and has not begun.',
  fault: ({ status }, { request }) => {
    if (request.status !== 'ongoing') return `This signature request is in status ${request.status}, not ongoing.`;
    return status === 'notified' ? undefined : `This signer is in status ${status}, not notified.`;
  },
});

/** Why signers of a signature request cannot be signed for by an application. */
const signsOnOwnPage = condition({
  failure: 'own-page-not-possible',
  statement:
    'Signing on a page of your own needs: delivery none, no approvers, no declining, the simple level, and no fields but signatures.',
  fault: ({ fields, signature_level: level }, { request }) => {
    if (request.deliveryMode !== 'none') return 'This signature request is delivered by e-mail.';
    if (request.approvers.length > 0) return 'This signature request has approvers.';
    if (request.mayDecline) return 'Signers of this signature request may decline.';
    if (level !== 'electronic_signature') return `This signer signs at the level ${level}.`;
    return fields?.some(({ type }) => type !== 'signature') ? 'This signer has fields besides signatures.' : undefined;
  },
});

const notified = { signatureRequestId: sampleIds.ongoingRequest, signerId: sampleIds.notifiedSigner };
const loadFacts = signersFactsOf(ofSigner);

export const remindSigner = defineOperation({
  id: 'yousign-v3/remind-signer',
  title: 'Remind a signer',
  summary: 'Mails a signer who was notified and has not signed.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/signers/{signerId}/send_reminder',
  docs: sources.openApi,
  request: { path: ofSigner },
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 201: z.undefined(), ...refusals },
  rules: [isNotified],
  failures: ['unauthorized', 'not-found', 'signer-not-notified'],
  examples: [{ title: 'A signer who was notified', source: 'minimal', path: notified }],
  loadFacts,
});

export const sendCode = defineOperation({
  id: 'yousign-v3/send-code',
  title: 'Send a code to a signer',
  summary:
    'For a signing page of your own: sends the one-time code by e-mail or SMS. Again after 15 seconds, 5 times at most. Needs the plan Scale or a trial.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/signers/{signerId}/send_otp',
  docs: sources.sendCode,
  request: { path: ofSigner },
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 204: z.undefined(), ...refusals },
  rules: [
    isNotified,
    signsOnOwnPage,
    condition({
      failure: 'no-code-used',
      statement: 'The signer is authenticated by a code.',
      fault: ({ signature_authentication_mode: mode }) =>
        mode === 'no_otp' ? 'This signer signs without a code.' : undefined,
    }),
  ],
  failures: [
    'unauthorized',
    'not-found',
    'signer-not-notified',
    'own-page-not-possible',
    'no-code-used',
    'codes-too-many',
  ],
  examples: [{ title: 'A signer who was notified', source: 'minimal', path: notified }],
  loadFacts,
});

const signRequest = {
  path: ofSigner,
  body: z.object({
    otp: z
      .string()
      .regex(/^[0-9]{6}$/)
      .nullable()
      .optional()
      .meta({
        title: 'Code',
        description: 'The six digits that the signer got. None with the authentication no_otp.',
        examples: ['123456'],
        nullLabel: 'None',
        errorMessage: 'Enter six digits.',
        secret: true,
      }),
    ip_address: z.union([z.ipv4(), z.ipv6()]).meta({
      title: 'IP address',
      description: 'Address of the signer, as the proof states it.',
      examples: ['203.0.113.7'],
      errorMessage: 'Enter an IP address, for example 203.0.113.7.',
    }),
    consent_given_at: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/)
      .meta({
        title: 'Consent given at',
        description: 'When the signer agreed on your page.',
        examples: ['2026-11-27T10:15:00Z'],
        errorMessage: 'Enter a time with its zone, for example 2026-11-27T10:15:00Z.',
      }),
  }),
};

const bringsCode = defineRule<typeof signRequest, SignersFacts>({
  failure: 'code-missing',
  statement: 'The code comes along, unless the signer signs without one.',
  check: ({ path, body }, facts) => {
    const signer = facts?.signers.find(({ id }) => isSameId(id, path?.signerId));
    const needsCode = signer !== undefined && signer.signature_authentication_mode !== 'no_otp';
    return needsCode && body?.otp == null
      ? [{ pointer: '/body/otp', message: `This signer is authenticated by ${signer.signature_authentication_mode}.` }]
      : [];
  },
});

export const sign = defineOperation({
  id: 'yousign-v3/sign',
  title: 'Sign for a signer',
  summary:
    'For a signing page of your own: signs in the name of a signer who agreed there. Needs the plan Scale or a trial.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/signers/{signerId}/sign',
  docs: sources.openApi,
  request: signRequest,
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 204: z.undefined(), ...bodyRefusals },
  rules: [isNotified, signsOnOwnPage, bringsCode],
  failures: ['unauthorized', 'not-found', 'signer-not-notified', 'own-page-not-possible', 'code-missing'],
  examples: [
    {
      title: 'Without a code',
      source: 'ours',
      path: notified,
      body: { ip_address: '203.0.113.7', consent_given_at: '2026-11-27T10:15:00Z' },
    },
  ],
  loadFacts,
});

export const unblockIdentification = defineOperation({
  id: 'yousign-v3/unblock-identification',
  title: 'Unblock an identification',
  summary:
    'Lets a signer of a qualified signature try again after the name given did not match the identity document. Since 2026.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/signers/{signerId}/unblock_identification',
  docs: sources.unblock,
  request: { path: ofSigner },
  replies: { 204: z.undefined(), ...refusals },
  rules: [
    condition({
      failure: 'level-not-qualified',
      statement: 'The signer signs at the qualified level.',
      fault: ({ signature_level: level }) =>
        level === 'qualified_electronic_signature' ? undefined : `This signer signs at the level ${level}.`,
    }),
  ],
  failures: ['unauthorized', 'not-found', 'level-not-qualified'],
  examples: [{ title: 'A signer', source: 'minimal', path: notified }],
  loadFacts,
});
