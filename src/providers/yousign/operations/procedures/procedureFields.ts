import * as z from 'zod';
import { defineRule } from '../../../../core/operation';
import { flag, requiredText } from '../../../../kit/fields';
import { asAnswered } from '../asAnswered';
import { procedureConfig } from '../configFields';
import { metadata } from '../fields';
import { procedureReply } from '../replies';

/** What a procedure that has expired before it was made would be is not documented. */
export const expiresAhead = defineRule<{ readonly body: z.ZodObject<Pick<typeof procedureOptions, 'expiresAt'>> }>({
  failure: 'expired-at-once',
  statement: 'The date of expiry lies in the future.',
  severity: 'warning',
  check: ({ body }) => {
    const end = Date.parse(body?.expiresAt ?? '');
    return end < Date.now() - oneDay
      ? [{ pointer: '/body/expiresAt', message: 'This date has passed: nobody could sign.' }]
      : [];
  },
});

/** A date without a time is meant to the end of it, wherever that is. */
const oneDay = 24 * 60 * 60 * 1000;

/** What creating and updating a procedure share; all of it is optional in an update. */
export const procedureOptions = asAnswered(
  {
    ordered: flag(
      'Ordered',
      'Members sign one after the other, by position; each is invited when those before have signed. Otherwise all at once.',
    ),
    expiresAt: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/)
      .nullable()
      .optional()
      .meta({
        title: 'Expires at',
        writtenAs: 'date-time',
        description: 'After this date or time nobody can sign any more.',
        examples: ['2018-08-05T07:46:45+02:00', '2018-12-31'],
        nullLabel: 'Never',
        errorMessage: 'Enter a date or a time, for example 2018-12-31 or 2018-08-05T07:46:45+02:00.',
      }),
    metadata,
    config: procedureConfig,
    archive: flag(
      'Archive',
      'Files are archived when the procedure is finished; the organization must have the option.',
    ),
    relatedFilesEnable: flag('Related files', 'Whether related files are available.'),
  },
  procedureReply,
);

export const procedureName = requiredText('Name', 'Name of the procedure.', 'My first procedure');
export const procedureDescription = requiredText(
  'Description',
  'What the procedure is about.',
  'Awesome! Here is the description of my first procedure',
);
