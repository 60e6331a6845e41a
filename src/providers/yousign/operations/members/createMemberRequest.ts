import * as z from 'zod';
import { inlineFileObjects, memberOptions, person, personTitle, procedureId, userId, userTitle } from './memberFields';

/** The documentation knows two kinds of signers; which one it is shows in what is said of them. */
export const createMemberRequest = {
  body: z
    .union([
      z
        .object({ procedure: procedureId, ...person, ...memberOptions, fileObjects: inlineFileObjects })
        .meta(personTitle),
      z
        .object({ procedure: procedureId, user: userId, ...memberOptions, fileObjects: inlineFileObjects })
        .meta(userTitle),
    ])
    .meta({ title: 'Member', description: 'A person without an account, or an existing user.' }),
};
