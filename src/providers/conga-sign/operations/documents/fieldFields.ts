import * as z from 'zod';
import { choice, flag, list, number, text, wholeNumber } from '../../../../kit/fields';
import { freeForm, optionalText } from '../fields';

/** A field on a page, as calls take it. Sizes are points, from the upper left corner. */

const extractAnchor = z
  .object({
    text: text('Text', 'The text in the document that the field is placed by.', 'Signature:'),
    index: wholeNumber('Occurrence', 'How many occurrences of the text are passed over.', 0),
    characterIndex: wholeNumber('Character', 'The character of the text that counts; 0 is the first.', 0),
    anchorPoint: choice(
      {
        TOPLEFT: 'Upper left',
        BOTTOMLEFT: 'Lower left',
        TOPRIGHT: 'Upper right',
        BOTTOMRIGHT: 'Lower right',
      },
      'Corner',
      'The corner of that character.',
    ),
    leftOffset: wholeNumber('Offset to the right', 'From that corner.', 0),
    topOffset: wholeNumber('Offset down', 'From that corner.', 0),
    width: wholeNumber('Width', 'Width of the field.', 200),
    height: wholeNumber('Height', 'Height of the field.', 50),
  })
  .nullable()
  .optional()
  .meta({
    title: 'Text anchor',
    description: 'Places the field by a text of the document. Read at upload only.',
    nullLabel: 'None',
  });

const limit = (title: string, description: string) =>
  z
    .int()
    .nullable()
    .optional()
    .meta({ title, description, nullLabel: 'None', nullIsAnswered: true, alsoAccepts: 'string' });

const validation = z
  .object({
    required: flag('Required', 'The signer has to fill it in.'),
    minLength: limit('Least length', 'Least number of characters.'),
    maxLength: limit('Greatest length', 'Greatest number of characters.'),
    pattern: optionalText('Pattern', 'Regular expression that the value has to match.'),
    errorMessage: optionalText('Message', 'What the signer is told when the value does not fit.'),
    errorCode: limit('Error code', 'Kind of the check; the codes are not documented.'),
    enum: list(z.string(), 'Values', 'What can be chosen from.', 'Value'),
    group: optionalText('Group', 'Boxes of one group are checked together.'),
    minimumRequired: limit('Least boxes', 'How many boxes of the group have to be checked.'),
  })
  .nullable()
  .optional()
  .meta({ title: 'Check', description: 'What a value has to keep to.', nullLabel: 'None' });

const at = (title: string, description: string, example: number) =>
  number(title, description, example)
    .nullable()
    .meta({ title, description, examples: [example], nullLabel: 'None', nullIsAnswered: true });

export const signatureSubtypes = ['FULLNAME', 'INITIALS', 'CAPTURE', 'MOBILE_CAPTURE', 'RAW_CAPTURE'] as const;

export const field = z.object({
  type: choice(
    { SIGNATURE: 'Signature or initials', INPUT: 'Text, box or date to fill in', IMAGE: 'Picture' },
    'Type',
    'Kind of field.',
    { examples: ['SIGNATURE'], initial: 'SIGNATURE' },
  ),
  subtype: text(
    'Subtype',
    'How the field is filled.',
    'FULLNAME',
    ...signatureSubtypes.slice(1),
    'TEXTFIELD',
    'CHECKBOX',
  ),
  page: wholeNumber('Page', 'Page of the document; 0 is the first.', 0),
  left: at('Left', 'X coordinate of the field.', 100),
  top: at('Top', 'Y coordinate of the field.', 100),
  width: at('Width', 'Width of the field.', 200),
  height: at('Height', 'Height of the field.', 50),
  id: text('Field ID', 'ID of the field.'),
  name: text('Name', 'Name of the field.'),
  value: optionalText('Value', 'Value of the field.'),
  binding: optionalText('Binding', 'What fills the field by itself.', '{approval.signed}'),
  extract: flag('Extract', 'The field is taken from the document.'),
  extractAnchor,
  validation,
  fontSize: limit('Font size', 'Size of the font; Conga only.'),
  data: freeForm({ title: 'Data', description: 'Values of your own.' }),
});

export type FieldInput = z.output<typeof field>;
