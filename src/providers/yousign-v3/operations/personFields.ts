import * as z from 'zod';
import { id, locale, maybe, orNull } from './fields';
import { humanText, humanTextFault } from './humanText';
import { sampleIds } from './sampleIds';

/* What is said of people, wherever they are named. */

export function humanName(title: string, description: string, example: string) {
  return z
    .string()
    .min(1)
    .max(255)
    .regex(humanText)
    .meta({
      title,
      description: `${description} 1 to 255 Latin letters, digits, blanks and ' \` ( ) -.`,
      examples: [example],
      errorMessage: humanTextFault,
    });
}

export function emailAddress(description: string, example: string) {
  return z.email({ pattern: /^[^\s@]+@[^\s@]+$/ }).meta({
    title: 'E-mail',
    description,
    examples: [example],
    errorMessage: `Enter an e-mail address, for example ${example}.`,
  });
}

export const phoneNumber = z.e164().meta({
  title: 'Phone',
  description: 'With plus sign and country code (E.164). Codes by SMS need it.',
  examples: ['+33700000000'],
  errorMessage: 'Enter a phone number with country code, for example +33700000000.',
});

export const person = {
  first_name: humanName('First name', 'First name.', 'John'),
  last_name: humanName('Last name', 'Last name.', 'Doe'),
  email: emailAddress('In a trial of the sandbox it must belong to your organization.', 'john.doe@example.com'),
  phone_number: orNull(phoneNumber),
  locale: locale('Language of mails and pages.'),
};

/** Each part may be left as it is. */
export const changedPerson = {
  first_name: maybe(person.first_name),
  last_name: maybe(person.last_name),
  email: maybe(person.email),
  phone_number: person.phone_number,
  locale: maybe(person.locale),
};

/** The two ways to name somebody whom the account knows, each with what else is said of them. */
export function knownPeople<Options extends z.ZodRawShape>(options: Options) {
  return [
    z
      .object({
        user_id: id('User', 'A user of your organization.', sampleIds.user).meta({ offeredFrom: 'users' }),
        ...options,
      })
      .meta({ title: 'User', description: 'A user of your organization, by ID.' }),
    z
      .object({
        contact_id: id('Contact', 'A contact of the address book.', sampleIds.contact).meta({
          offeredFrom: 'contacts',
        }),
        ...options,
      })
      .meta({ title: 'Contact', description: 'A contact of the address book, by ID.' }),
  ] as const;
}
