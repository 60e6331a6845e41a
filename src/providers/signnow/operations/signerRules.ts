import type { Finding, Sketch } from '../../../core/operation';
import { emailKey, sameEmail } from '../facts/documentFacts';

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

export interface SignerCheck {
  readonly failure: string;
  readonly statement: string;
  readonly severity?: 'error' | 'warning';
  readonly fault: (signer: SignerSketch) => readonly { readonly key: string; readonly message: string }[];
}

const redirects = ['redirect_uri', 'decline_redirect_uri', 'close_redirect_uri'] as const;

export const signerChecks: readonly SignerCheck[] = [
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
  return signers
    .filter(({ signer }) => owners.some((owner) => isSame(signer.email, owner)))
    .map(({ pointer }) => ({ pointer: `${pointer}/email`, message: 'This is the owner of the document.' }));
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && sameEmail(one, other);
}
