import { choice, requiredChoice } from '../../../../kit/fields';
import { sources } from '../../sources';
import { orNull } from '../fields';

const levels = {
  electronic_signature: 'Simple',
  advanced_electronic_signature: 'Advanced',
  qualified_electronic_signature: 'Qualified',
} as const;

export type SignatureLevel = keyof typeof levels;

const modes = { no_otp: 'No code', otp_email: 'Code by e-mail', otp_sms: 'Code by SMS' } as const;

/** By level: how a signer may be authenticated there. */
export const modesOfLevel: Readonly<Record<string, readonly string[]>> = {
  electronic_signature: ['no_otp', 'otp_email', 'otp_sms'],
  advanced_electronic_signature: ['otp_sms'],
  qualified_electronic_signature: [],
} satisfies Record<SignatureLevel, readonly (keyof typeof modes)[]>;

export const signatureLevel = requiredChoice(
  levels,
  'Signature level',
  'How strongly the signature is bound to the person. Simple is the default of the API.',
  { examples: ['electronic_signature'], source: sources.authentication },
);

export const levelOrDefault = choice(levels, 'Signature level', 'Simple when left out.', {
  source: sources.authentication,
});

export const authenticationMode = orNull(
  requiredChoice(
    modes,
    'Authentication',
    'How the code reaches the signer. Simple: none, by e-mail or SMS. Advanced: by SMS only. Qualified: null, the identity is checked instead.',
    { examples: ['no_otp'], source: sources.authentication },
  ),
  'Of the level',
);
