import * as z from 'zod';
import { uuidOfText } from '../../../core/hashing/uuidOfText';
import { tokenOf } from '../../../kit/emulatedAccess';
import { defineKeyAccounts, keyAccountShape } from '../../../kit/seeding/keyAccounts';
import { seedPhone } from '../../../kit/seeding/seedFields';
import { refuse } from '../failures';
import { owner, userOf } from './users';

export const accountSchema = z.strictObject({ ...keyAccountShape, phone: z.exactOptional(seedPhone) });

export const { demoAccounts, access, callerIn } = defineKeyAccounts({
  // Made up, and of no use anywhere else. Keys are hexadecimal.
  demo: { apiKey: 'e0e1e2e3e4e5e6e7e8e9eaebecedeeef', user: owner },
  schema: accountSchema,
  userOf: (person, known) =>
    userOf(known?.id ?? `/users/${uuidOfText(person.email)}`, { phone: known?.phone ?? owner.phone ?? '', ...person }),
  keyOf: tokenOf,
  refused: refuse('unauthorized'),
});
