import * as z from 'zod';
import { choice, documentedAt, flag, list, requiredChoice } from '../../../../kit/fields';
import { sources } from '../../sources';
import { id, orNull } from '../fields';
import { sampleIds } from '../sampleIds';

/* What is said of a signature request when it is made and when it is changed. */

export const requestName = z
  .string()
  .min(1)
  .max(128)
  .meta({ title: 'Name', description: 'What signers see, 1 to 128 characters.', examples: ['Lease of 12 May'] });

export const deliveryMode = requiredChoice(
  { email: 'By e-mail', none: 'Not at all' },
  'Delivery',
  'Whether Yousign mails the links, or your application passes them on.',
  { examples: ['none'], source: sources.links },
);

/** A day, or the time at its end that replies print: what was read can be sent back. */
const dayOrTime = new RegExp(
  `^${z.regexes.date.source.slice(1, -1)}(?:T\\d{2}:\\d{2}:\\d{2}(?:Z|[+-]\\d{2}:\\d{2}))?$`,
);

export const expirationDate = z
  .string()
  .regex(dayOrTime)
  .meta({
    title: 'Expires on',
    writtenAs: 'date-time',
    description:
      'Last day to sign, at most one year ahead. Six months after activation when left out. A time as replies print it is taken, too.',
    examples: ['2027-03-31'],
    errorMessage: 'Enter a day such as 2027-03-31.',
  });

const reminderSettings = orNull(
  z
    .object({
      interval_in_days: z.literal([1, 2, 7, 14]).meta({
        title: 'Interval',
        description: 'Days between two reminders: 1, 2, 7 or 14.',
        examples: [7],
        labels: { 1: 'Every day (1)', 2: 'Every second day (2)', 7: 'Every week (7)', 14: 'Every second week (14)' },
      }),
      max_occurrences: z
        .int()
        .min(1)
        .max(10)
        .meta({
          title: 'How often',
          description: 'How many reminders are sent at most: 1 to 10.',
          examples: [3],
          alsoAccepts: 'string',
        }),
    })
    .meta({ title: 'Reminders', description: 'Reminders that are sent by themselves.' }),
);

const senderTypes = {
  organization: 'The organization',
  workspace: 'The workspace',
  custom: 'A name of your own',
  user: 'A user',
} as const;

const emailNotification = orNull(
  z
    .object({
      sender: z
        .object({
          type: choice(senderTypes, 'Sender', 'In whose name e-mails are sent. A user is named on activation.'),
          custom_name: orNull(
            z.string().meta({
              title: 'Name',
              description: 'Name of your own, with the type custom.',
              onlyWith: { key: 'type', values: ['custom'] },
            }),
          ),
        })
        .optional()
        .meta({ title: 'Sender', description: 'In whose name e-mails are sent.' }),
      custom_note: orNull(
        z.string().max(2000).meta({
          title: 'Note',
          description: 'What e-mails say besides, 2000 characters at most. Deprecated since 2026.',
          widget: 'textarea',
        }),
      ),
    })
    .meta({ title: 'E-mails', description: 'How e-mails look.' }),
  'Those of Yousign',
);

const externalId = orNull(
  z
    .string()
    .min(1)
    .max(255)
    .regex(/^[\w\-@.%+]+$/)
    .meta({
      title: 'External ID',
      description: 'ID of your own, appended to redirects: letters, digits and _ - @ . % + only.',
      examples: ['order-4711'],
      errorMessage: 'Use letters, digits and _ - @ . % + only.',
    }),
);

/** What may be said of a signature request at any time. */
export const signatureRequestOptions = {
  ordered_signers: documentedAt(
    sources.order,
    flag('Ordered signers', 'Signers sign one after the other. Otherwise all at once.'),
  ),
  ordered_approvers: flag('Ordered approvers', 'Approvers approve one after the other. Otherwise all at once.'),
  reminder_settings: reminderSettings,
  timezone: z
    .string()
    .min(1)
    .optional()
    .meta({ title: 'Time zone', description: 'Europe/Paris when left out.', examples: ['Europe/Paris'] }),
  expiration_date: expirationDate.optional().meta(expirationDate.meta() ?? {}),
  external_id: externalId,
  custom_experience_id: orNull(id('Custom experience', 'How pages and e-mails look.', sampleIds.workspace)),
  workspace_id: orNull(id('Workspace', 'Where it belongs.', sampleIds.workspace), 'The default workspace'),
  audit_trail_locale: orNull(
    requiredChoice(
      { de: 'German', en: 'English', es: 'Spanish', fr: 'French', it: 'Italian', pt: 'Portuguese' },
      'Language of the audit trail',
      'In which language the proof is written.',
    ),
    'As Yousign chooses',
  ),
  signers_allowed_to_decline: flag('May decline', 'Whether signers may decline. No when left out.'),
  email_notification: emailNotification,
  labels: list(
    id('Label', 'A label of the organization.', sampleIds.workspace),
    'Labels',
    'Labels by ID, 50 at most; from the specification of 2026 on.',
    'Label',
  )
    .unwrap()
    .max(50)
    .optional()
    .meta({
      title: 'Labels',
      description: 'Labels by ID, 50 at most; from the specification of 2026 on.',
      itemLabel: 'Label',
    }),
  email_custom_note: orNull(
    z
      .string()
      .max(500)
      .meta({ title: 'Note (deprecated)', description: 'What e-mails say besides, 500 characters at most.' }),
  ),
  branding_id: orNull(id('Branding (deprecated)', 'Replaced by the custom experience.', sampleIds.workspace)),
};
