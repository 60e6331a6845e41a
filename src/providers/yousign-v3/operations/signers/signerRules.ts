import {
  defineRule,
  type Finding,
  type RequestSchemas,
  type Rule,
  type Sketch,
  type ValuesOf,
} from '../../../../core/operation';
import { findingsOfSigners, leavesOut, writes } from '../../../../kit/mending/mends';
import { modesOfLevel } from './signatureLevels';

/** A signer as rules look at it, whichever of its forms it has. */
export interface AnySigner {
  readonly info?: { readonly phone_number?: string | null | undefined } | null | undefined;
  readonly signature_level?: string | undefined;
  readonly signature_authentication_mode?: string | null | undefined;
  readonly delivery_mode?: string | null | undefined;
  readonly sms_notification?: SmsText | null | undefined;
  readonly pre_identity_verification_required?: boolean | undefined;
}

interface SmsText {
  readonly otp_message?: { readonly custom_text?: string | undefined } | undefined;
}

export interface PlacedSigner {
  readonly signer: AnySigner;
  readonly pointer: string;
}

/** What must hold of signers wherever they stand in a request. */
export function signerRules<S extends RequestSchemas>(
  signersOf: (values: Sketch<ValuesOf<S>>) => readonly PlacedSigner[],
  failures: readonly SignerRule['failure'][] = signerRuleFailures,
): readonly Rule[] {
  const ruleOf = ({ fault, ...rule }: SignerRule) =>
    defineRule<S>({
      ...rule,
      check: (values) => findingsOfSigners(signersOf(values), fault),
    });
  return rules.filter(({ failure }) => failures.includes(failure)).map(ruleOf);
}

/** Failures of these rules. */
export const signerRuleFailures = [
  'mode-not-of-level',
  'phone-missing',
  'phone-not-served',
  'identity-check-not-possible',
  'sms-text-unfit',
] as const;

/** Those of a signer who is changed: the text of the SMS stays. */
export const changedSignerFailures = signerRuleFailures.filter((failure) => failure !== 'sms-text-unfit');

interface SignerRule {
  readonly failure: (typeof signerRuleFailures)[number];
  readonly statement: string;
  readonly severity?: 'warning';
  readonly fault: (signer: AnySigner) => readonly Finding[];
}

const mode = 'signature_authentication_mode';
const phone = 'info/phone_number';

const rules: readonly SignerRule[] = [
  {
    failure: 'mode-not-of-level',
    statement:
      'The authentication is one of the level: no_otp, otp_email or otp_sms for simple, otp_sms for advanced, none for qualified signatures.',
    fault: ({ signature_level: level = 'electronic_signature', signature_authentication_mode: chosen }) => {
      const allowed = modesOfLevel[level];
      if (chosen == null || allowed === undefined || allowed.includes(chosen)) return [];
      const [only, ...others] = allowed;
      const message = `The level ${level} takes ${allowed.join(', ') || 'no way of authentication'}.`;
      if (others.length > 0) return [{ pointer: mode, message }];
      const forAll = 'Authenticate signers as their levels want it';
      return [
        { pointer: mode, message, mend: only === undefined ? leavesOut(mode, forAll) : writes(mode, only, forAll) },
      ];
    },
  },
  {
    failure: 'phone-missing',
    statement: 'A signer who gets codes by SMS has a phone number; an advanced signature needs one, too.',
    fault: ({ info, ...signer }) =>
      info && info.phone_number == null && getsSms(signer)
        ? [{ pointer: phone, message: 'The code is sent by SMS, so a phone number is needed.' }]
        : [],
  },
  {
    failure: 'phone-not-served',
    statement: 'No code is sent by SMS to a Chinese number.',
    fault: ({ info, ...signer }) =>
      info?.phone_number?.startsWith('+86') && getsSms(signer)
        ? [{ pointer: phone, message: 'No code is sent by SMS to a Chinese number.' }]
        : [],
  },
  {
    failure: 'identity-check-not-possible',
    statement: 'The identity is checked before signing only at the advanced level and with delivery none.',
    fault: ({ pre_identity_verification_required: isChecked, signature_level: level, delivery_mode: delivery }) =>
      isChecked === true && (![undefined, 'advanced_electronic_signature'].includes(level) || delivery === 'email')
        ? [
            {
              pointer: 'pre_identity_verification_required',
              message: 'This needs the level advanced_electronic_signature and the delivery none.',
              mend: leavesOut('pre_identity_verification_required'),
            },
          ]
        : [],
  },
  {
    failure: 'sms-text-unfit',
    statement: 'The text of an SMS holds {code}, no address of a page or an e-mail, and fewer than 105 characters.',
    severity: 'warning',
    fault: ({ sms_notification: sms }) => {
      const text = sms?.otp_message?.custom_text;
      const message = text === undefined ? undefined : smsFault(text);
      if (text === undefined || message === undefined) return [];
      const pointer = 'sms_notification/otp_message/custom_text';
      const meant = `${text} {code}`.trim();
      const isMended = !text.includes('{code}') && smsFault(meant) === undefined;
      return [{ pointer, message, ...(isMended && { mend: writes(pointer, meant) }) }];
    },
  },
];

function getsSms({ signature_level: level, signature_authentication_mode: chosen }: AnySigner): boolean {
  return chosen === 'otp_sms' || level === 'advanced_electronic_signature';
}

function smsFault(text: string): string | undefined {
  if (!text.includes('{code}')) return 'Without {code} the signer gets no code.';
  if (text.length >= 105) return `The text has ${text.length} characters.`;
  return /https?:\/\/|www\.|\S@\S/i.test(text) ? 'The text names an address of a page or an e-mail.' : undefined;
}
