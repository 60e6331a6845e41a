import type { Finding, Rule, Sketch } from '../../../core/operation';
import { findingsOfSigners, leavesOut, mend, percentEncoded, writes } from '../../../kit/mending/mends';
import { emailKey } from '../facts/documentFacts';

/** Checks of a signer that document and group invites share. Each returns findings at the signer's fields. */
export interface SignerSketch {
  readonly email?: string | undefined;
  readonly redirect_uri?: string | undefined;
  readonly decline_redirect_uri?: string | undefined;
  readonly close_redirect_uri?: string | undefined;
  readonly redirect_target?: string | undefined;
  readonly delivery_type?: string | undefined;
  readonly subject?: string | undefined;
  readonly message?: string | undefined;
  readonly authentication?: Sketch<Authentication> | null | undefined;
}

type Authentication =
  | { readonly type: 'password'; readonly password: string }
  | { readonly type: 'phone'; readonly sms_message?: string | undefined };

/** A signer with the pointer of its object. */
export interface PlacedSigner {
  readonly signer: SignerSketch;
  readonly pointer: string;
}

interface SignerCheck {
  readonly failure: string;
  readonly statement: string;
  readonly severity?: 'error' | 'warning';
  /** Findings by their places within the signer. */
  readonly fault: (signer: SignerSketch) => readonly Finding[];
}

const redirects = ['redirect_uri', 'decline_redirect_uri', 'close_redirect_uri'] as const;

const signerChecks: readonly SignerCheck[] = [
  {
    failure: 'redirect-target-without-uri',
    statement: 'A redirect target needs a redirect URI.',
    fault: targetFaults,
  },
  {
    failure: 'redirect-uri-too-long',
    statement: 'Redirect URIs have at most 2048 characters (documented for embedded sending).',
    severity: 'warning',
    fault: (signer) =>
      redirects
        .filter((key) => (signer[key]?.length ?? 0) > 2048)
        .map((key) => ({ pointer: key, message: 'Embedded sending takes at most 2048 characters here.' })),
  },
  {
    failure: 'redirect-uri-four-byte',
    statement: 'Redirect URIs hold no 4-byte characters (documented for embedded sending).',
    severity: 'warning',
    fault: (signer) =>
      redirects
        .filter((key) => /[\u{10000}-\u{10FFFF}]/u.test(signer[key] ?? ''))
        .map((key) => ({
          pointer: key,
          message: 'Embedded sending refuses 4-byte characters; percent-encode them.',
          mend: writes(key, percentEncoded(signer[key] ?? ''), 'Percent-encode 4-byte characters of redirects'),
        })),
  },
  {
    failure: 'message-without-email-delivery',
    statement: 'Subject and message belong to delivery by e-mail.',
    severity: 'warning',
    fault: (signer) =>
      (['subject', 'message'] as const)
        .filter((key) => signer[key] !== undefined && signer.delivery_type !== 'email')
        .map((key) => ({
          pointer: key,
          message: 'Without delivery by e-mail nobody reads this.',
          mend: leavesOut(key, 'Leave out what nobody reads'),
        })),
  },
  {
    failure: 'sms-message-doubtful',
    statement: 'A text message contains {password} and has at most 140 characters (documented for ordinary invites).',
    severity: 'warning',
    fault: ({ authentication }) => {
      const text = authentication && 'sms_message' in authentication ? authentication.sms_message : undefined;
      return text === undefined || (text.includes('{password}') && text.length <= 140)
        ? []
        : [
            {
              pointer: 'authentication/sms_message',
              message: 'Ordinary invites want {password} and at most 140 characters.',
              ...withPassword(text),
            },
          ];
    },
  },
];

/** Failures of what an invite says about a signer beyond address and role; `own` are of what only one of the calls takes. */
export function signerFailures(...own: readonly string[]): readonly string[] {
  return [
    'auth-method-invalid',
    ...own,
    'redirect-target-without-uri',
    'redirect-uri-invalid',
    'redirect-uri-too-long',
    'redirect-uri-four-byte',
    'message-without-email-delivery',
    'sms-message-doubtful',
    'invalid-payload',
  ];
}

/** The rules of a call whose values hold signers somewhere, and what comes before them: the first step. */
export function signerRules<Values>(
  rule: (outline: Omit<Rule, 'check'> & { readonly check: (values: Values) => readonly Finding[] }) => Rule,
  signersOf: (values: Values) => readonly PlacedSigner[],
  ordersOf: (values: Values) => readonly (number | undefined)[],
): readonly Rule[] {
  return [
    rule({
      failure: 'order-gap',
      statement: 'The order starts with 1.',
      check: (values) => startsWithOne(ordersOf(values), (index) => `/body/invites/${index}/order`),
    }),
    ...signerChecks.map(({ fault, ...about }) =>
      rule({
        ...about,
        check: (values) => findingsOfSigners(signersOf(values), fault),
      }),
    ),
  ];
}

/** The finding is at the first of the orders. Those who waited for each other still do when it is mended. */
export function startsWithOne(
  orders: readonly (number | undefined)[],
  pointerOf: (index: number) => string,
): readonly Finding[] {
  const known = orders.filter((order) => order !== undefined);
  if (known.length === 0 || known.length < orders.length || known.includes(1)) return [];
  const least = known.reduce((one, other) => Math.min(one, other));
  const edits = known.map((order, index) => ({
    kind: 'set' as const,
    pointer: pointerOf(index),
    value: order - least + 1,
  }));
  return [{ pointer: pointerOf(0), message: 'The first step is 1.', mend: mend('Start with 1', undefined, edits) }];
}

/** Of a signer or of a recipient. */
export function targetFaults({
  redirect_target: target,
  redirect_uri: uri,
}: Pick<SignerSketch, 'redirect_target' | 'redirect_uri'>): readonly Finding[] {
  if (target === undefined || uri !== undefined) return [];
  const mend = leavesOut('redirect_target', 'Leave out targets without a redirect URI');
  return [{ pointer: 'redirect_target', message: 'The target needs a redirect URI.', mend }];
}

function withPassword(text: string): Pick<Finding, 'mend'> {
  const meant = `${text} {password}`.trim();
  if (text.includes('{password}') || meant.length > 140) return {};
  return { mend: writes('authentication/sms_message', meant) };
}

/** Signers whose address an earlier one of the list has, too. */
export function duplicateEmails(signers: readonly PlacedSigner[], message: string): readonly Finding[] {
  const seen = new Set<string>();
  return signers.flatMap(({ signer: { email }, pointer }) => {
    if (email === undefined) return [];
    const key = emailKey(email);
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown ? [{ pointer: `${pointer}/email`, message, mend: takesOut(pointer) }] : [];
  });
}

function takesOut(signer: string) {
  return mend('Take this signer out', 'Take out signers whose address stands there already', [
    { kind: 'remove', pointer: signer },
  ]);
}

/** Signers with one of the owners' addresses. */
export function owningSigners(signers: readonly PlacedSigner[], owners: readonly string[]): readonly Finding[] {
  const keys = new Set(owners.map(emailKey));
  return signers
    .filter(({ signer: { email } }) => email !== undefined && keys.has(emailKey(email)))
    .map(({ pointer }) => ({ pointer: `${pointer}/email`, message: 'This is the owner of the document.' }));
}
