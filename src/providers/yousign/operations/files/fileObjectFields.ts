import * as z from 'zod';
import { allDocumentedAt, choice, flag, text } from '../../../../kit/fields';
import { sources } from '../../sources';
import { aboutId, objectId } from '../fields';

/** The API fills these in when it signs. */
const dates = ['date.en', 'date.fr', 'time', 'time.en', 'time.fr'];

const mention = (title: string, description: string, example: string) =>
  z
    .string()
    .optional()
    .meta({ title, description, placeholders: dates, examples: [example] });

/** Shade of one colour. */
const shade = '(25[0-5]|2[0-4]\\d|1\\d\\d|0?\\d?\\d)';

const placement = {
  page: z
    .int()
    .min(0)
    .optional()
    .meta({
      title: 'Page',
      description: 'Page of the signature, from 1. 0 and no position: the signature is not visible.',
      examples: [2],
      alsoAccepts: 'string',
    }),
  position: z
    .string()
    .regex(/^\d+(,\d+){3}$/)
    .optional()
    .meta({
      title: 'Position',
      description: 'Lower left and upper right corner of the signature: "llx,lly,urx,ury".',
      examples: ['230,499,464,589'],
      errorMessage: 'Enter four whole numbers, for example 230,499,464,589.',
    }),
  fieldName: text('Field name', 'Name of a signature field that the PDF has; the page is then ignored.', 'signature_1'),
  mention: mention(
    'Mention above',
    'Text above the signature. {{date.en}}, {{date.fr}}, {{time.en}} and {{time.fr}} stand for the time of signing.',
    'Read and approved',
  ),
  mention2: mention('Mention below', 'Text below the signature, with the same placeholders.', 'Signed by John Doe'),
  reason: text('Reason', 'Reason that the signature states. "Signed by Yousign" when left out.', 'Signed by Yousign'),
};

const ofText = { onlyWith: { key: 'type', values: ['text'] } };

const textField = allDocumentedAt(sources.textFields, {
  type: choice(
    { signature: 'Signature', text: 'Text' },
    'Type',
    'A signature, or a text that the member fills in. Signature when left out.',
    { meanings: { signature: 'Where the member signs.', text: 'A text that the member fills in.' } },
  ),
  content: z
    .string()
    .max(255)
    .optional()
    .meta({
      title: 'Content',
      description: 'Of a text: what it holds to begin with.',
      examples: ['Your comment'],
      ...ofText,
    }),
  contentRequired: flag('Content required', 'Of a text: whether the member must fill it in.').meta(ofText),
  fontFamily: choice({ raleway: 'Raleway' }, 'Font', 'Of a text. There is only one.', ofText),
  fontSize: z
    .int()
    .min(6)
    .max(20)
    .optional()
    .meta({
      title: 'Font size',
      description: 'Of a text: 6 to 20, 12 when left out.',
      examples: [12],
      alsoAccepts: 'string',
      ...ofText,
    }),
  fontColor: z
    .string()
    .regex(new RegExp(`^${shade},${shade},${shade}$`))
    .optional()
    .meta({
      title: 'Font colour',
      writtenAs: 'color',
      description: 'Of a text: red, green and blue, 0 to 255 each.',
      examples: ['0,0,0'],
      errorMessage: 'Enter three numbers from 0 to 255, for example 0,0,0.',
      ...ofText,
    }),
});

export const fileId = objectId('files');
export const memberId = objectId('members');

export const aboutFile = aboutId('files', 'File', 'The file that is signed.');

/** Where a member signs, without the member. */
export const fileObjectFields = {
  file: fileId.meta(aboutFile),
  ...placement,
  ...textField,
};

/** All but the file, each of which may be left as it is. */
export const placementFields = { ...placement, ...textField };
