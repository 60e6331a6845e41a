import * as z from 'zod';
import { choice, phoneText, secretText } from '../../../kit/fields';

/* What signNow asks of a signer before the document opens. */

export const signerChecks = { password: 'Password', phone: 'Phone' } as const;

export const signerCheckMeanings = {
  password: 'A password that you give to the signer in another way.',
  phone: 'A code that signNow sends to the phone number.',
};

/** For a field that one way to check a signer needs. */
export function checkedBy(way: keyof typeof signerChecks, key = 'authentication_type') {
  return { onlyWith: { key, values: [way] } };
}

/** Of an invite that stands for one signer. */
export const signerCheckFields = {
  authentication_type: choice(
    signerChecks,
    'Signer check',
    'What signNow asks of the signer before the document opens.',
    { meanings: signerCheckMeanings },
  ),
  password: secretText('Password', 'The password that the signer enters, for the check by password.').meta(
    checkedBy('password'),
  ),
  phone: phoneText(
    'Phone for the check',
    'Phone number that gets the code, for the check by phone.',
    '+15551234567',
  ).meta(checkedBy('phone')),
};

export const codeWays = { sms: 'Text message', phone_call: 'Phone call' } as const;

export const codeWayMeanings = { sms: 'The code is sent as text.', phone_call: 'A voice reads the code out.' };

/** @param key Where the check is chosen. */
export function codeWay(key?: string) {
  return choice(codeWays, 'Method', 'How the code reaches the signer.', {
    meanings: codeWayMeanings,
    ...checkedBy('phone', key),
  });
}

/** @param key Where the check is chosen. */
export function codeMessage(key?: string) {
  return z
    .string()
    .max(140)
    .optional()
    .meta({
      title: 'Text message',
      description: 'Text around the code, at most 140 characters; {password} stands for the code.',
      widget: 'textarea',
      placeholders: ['password'],
      ...checkedBy('phone', key),
    });
}
