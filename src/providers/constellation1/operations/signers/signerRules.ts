import { defineRule, type Finding, type Sketch } from '../../../../core/operation';
import { sessionStatus, statusOfSession } from '../../codes';
import type { SessionFacts } from '../../facts';
import type { inviteBody, updateSignersBody } from './signerBodies';
import type { KnownSigner } from './signerFields';

type SignerSketch = Pick<Sketch<KnownSigner>, 'SignerId' | 'LastName' | 'EmailAddress'>;
type SignerList = readonly (SignerSketch | undefined)[] | undefined;

const statement = 'Every signer has a last name and a valid e-mail address.';

/** As little as every address has: what the API takes for valid is not documented. */
const address = /^[^\s@]+@[^\s@]+$/;

/** Findings for the signers below a pointer who lack what the API wants of every signer. */
export function incompleteSigners(signers: SignerList, pointer: string): readonly Finding[] {
  return (signers ?? []).flatMap((signer, index) => {
    if (signer === undefined) return [];
    const { LastName: lastName, EmailAddress: email = '' } = signer;
    const at = `${pointer}/${index}`;
    return [
      // One that is missing or empty is refused by its schema already.
      ...(lastName !== undefined && lastName !== '' && lastName.trim() === ''
        ? [{ pointer: `${at}/LastName`, message: 'Every signer needs a last name.' }]
        : []),
      ...(address.test(email)
        ? []
        : [{ pointer: `${at}/EmailAddress`, message: 'Every signer needs a valid e-mail address.' }]),
    ];
  });
}

export const invitedAreComplete = defineRule<{ readonly body: typeof inviteBody }, SessionFacts>({
  failure: 'signer-incomplete',
  statement,
  check: ({ body }) => incompleteSigners(body?.signerList, '/body/signerList'),
});

export const updatedAreComplete = defineRule<{ readonly body: typeof updateSignersBody }, SessionFacts>({
  failure: 'signer-incomplete',
  statement,
  check: ({ body }) => incompleteSigners(body?.signers, '/body/signers'),
});

export const sessionIsSent = defineRule<{ readonly body: typeof inviteBody }, SessionFacts>({
  failure: 'session-not-sent',
  statement: 'The session is started: its status is InSent.',
  severity: 'warning',
  check: (_values, facts) => {
    const status = statusOfSession(facts?.status);
    if (status === undefined || facts?.status === sessionStatus.sent) return [];
    return [{ pointer: '/body/signingSessionId', message: `The session is ${status.text}, not InSent.` }];
  },
});

export const invitedAreKnown = defineRule<{ readonly body: typeof inviteBody }, SessionFacts>({
  failure: 'signer-not-found',
  statement: 'The signers are signers of the session.',
  severity: 'warning',
  check: ({ body }, facts) => unknownSigners(body?.signerList, '/body/signerList', facts),
});

export const updatedAreKnown = defineRule<{ readonly body: typeof updateSignersBody }, SessionFacts>({
  failure: 'signer-not-found',
  statement: 'The signers are signers of the session.',
  severity: 'warning',
  check: ({ body }, facts) => unknownSigners(body?.signers, '/body/signers', facts),
});

function unknownSigners(signers: SignerList, pointer: string, facts: SessionFacts | undefined): readonly Finding[] {
  if (facts === undefined) return [];
  const ids = new Set(facts.signers.map(({ id }) => id.toLowerCase()));
  const emails = new Set(facts.signers.map(({ email }) => email.toLowerCase()));
  const isKnown = ({ SignerId, EmailAddress }: SignerSketch) =>
    (!!SignerId && ids.has(SignerId.toLowerCase())) || (!!EmailAddress && emails.has(EmailAddress.toLowerCase()));
  return (signers ?? []).flatMap((signer, index) =>
    signer === undefined || isKnown(signer)
      ? []
      : [{ pointer: `${pointer}/${index}/SignerId`, message: 'The session has no such signer.' }],
  );
}
