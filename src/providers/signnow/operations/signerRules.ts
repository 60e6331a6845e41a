import type { Finding, Rule, Sketch } from '../../../core/operation';
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
  readonly fault: (signer: SignerSketch) => readonly { readonly key: string; readonly message: string }[];
}

const redirects = ['redirect_uri', 'decline_redirect_uri', 'close_redirect_uri'] as const;

const signerChecks: readonly SignerCheck[] = [
  {
    failure: 'redirect-target-without-uri',
    statement: 'A redirect target needs a redirect URI.',
    fault: ({ redirect_target, redirect_uri }) =>
      redirect_target !== undefined && redirect_uri === undefined
        ? [{ key: 'redirect_target', message: 'The target needs a redirect URI.' }]
        : [],
  },
  {
    failure: 'redirect-uri-too-long',
    statement: 'Redirect URIs have at most 2048 characters (documented for embedded sending).',
    severity: 'warning',
    fault: (signer) =>
      redirects
        .filter((key) => (signer[key]?.length ?? 0) > 2048)
        .map((key) => ({ key, message: 'Embedded sending takes at most 2048 characters here.' })),
  },
  {
    failure: 'redirect-uri-four-byte',
    statement: 'Redirect URIs hold no 4-byte characters (documented for embedded sending).',
    severity: 'warning',
    fault: (signer) =>
      redirects
        .filter((key) => /[\u{10000}-\u{10FFFF}]/u.test(signer[key] ?? ''))
        .map((key) => ({ key, message: 'Embedded sending refuses 4-byte characters; percent-encode them.' })),
  },
  {
    failure: 'message-without-email-delivery',
    statement: 'Subject and message belong to delivery by e-mail.',
    severity: 'warning',
    fault: (signer) =>
      (['subject', 'message'] as const)
        .filter((key) => signer[key] !== undefined && signer.delivery_type !== 'email')
        .map((key) => ({ key, message: 'Without delivery by e-mail nobody reads this.' })),
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
              key: 'authentication/sms_message',
              message: 'Ordinary invites want {password} and at most 140 characters.',
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
      check: (values) => startsWithOne(ordersOf(values), '/body/invites/0/order'),
    }),
    ...signerChecks.map(({ fault, ...about }) =>
      rule({
        ...about,
        check: (values) =>
          signersOf(values).flatMap(({ signer, pointer }) =>
            fault(signer).map(({ key, message }) => ({ pointer: `${pointer}/${key}`, message })),
          ),
      }),
    ),
  ];
}

export function startsWithOne(orders: readonly (number | undefined)[], pointer: string): readonly Finding[] {
  const isComplete = orders.length > 0 && orders.every((order) => order !== undefined);
  return isComplete && !orders.includes(1) ? [{ pointer, message: 'The first step is 1.' }] : [];
}

/** Signers whose address an earlier one of the list has, too. */
export function duplicateEmails(signers: readonly PlacedSigner[], message: string): readonly Finding[] {
  const seen = new Set<string>();
  return signers.flatMap(({ signer: { email }, pointer }) => {
    if (email === undefined) return [];
    const key = emailKey(email);
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown ? [{ pointer: `${pointer}/email`, message }] : [];
  });
}

/** Signers with one of the owners' addresses. */
export function owningSigners(signers: readonly PlacedSigner[], owners: readonly string[]): readonly Finding[] {
  const keys = new Set(owners.map(emailKey));
  return signers
    .filter(({ signer: { email } }) => email !== undefined && keys.has(emailKey(email)))
    .map(({ pointer }) => ({ pointer: `${pointer}/email`, message: 'This is the owner of the document.' }));
}
