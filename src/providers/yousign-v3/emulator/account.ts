import * as z from 'zod';
import { uuidOfText } from '../../../core/hashing/uuidOfText';
import { bearerOf } from '../../../kit/emulatedAccess';
import { defineKeyAccounts, type KeyAccount, keyAccountShape } from '../../../kit/seeding/keyAccounts';
import { refuse } from '../failures';
import type { UserReply } from '../operations/users';
import { owner, userOf } from './accountRecords';

export type EmulatedAccount = KeyAccount<UserReply>;

export const accountSchema = z.strictObject(keyAccountShape);

export const { demoAccounts, access, callerIn } = defineKeyAccounts({
  // Made up, and of no use anywhere else.
  demo: { apiKey: 'f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', user: owner },
  schema: accountSchema,
  userOf: (person, known) => userOf(known?.id ?? uuidOfText(person.email), person, known?.role ?? 'admin'),
  keyOf: bearerOf,
  refused: refuse('unauthorized'),
});
