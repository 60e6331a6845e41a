import * as z from 'zod';
import { fixed, flag, requiredList, text } from '../../../../kit/fields';
import { id, orNull } from '../fields';
import { humanText, humanTextFault } from '../humanText';
import { sampleIds } from '../sampleIds';

/* What the types of fields are made of, wherever fields are placed. Points are counted from the upper left corner. */

interface Limits {
  readonly from: number;
  readonly to?: number;
}

/** A whole number between documented limits. */
function points(title: string, description: string, { from, to }: Limits, example: number) {
  const number = z.int().min(from);
  return (to === undefined ? number : number.max(to)).meta({
    title,
    description,
    examples: [example],
    alsoAccepts: 'string',
  });
}

function optionalPoints(...[title, description, limits, example]: Parameters<typeof points>) {
  return points(title, description, limits, example)
    .optional()
    .meta({ title, description, examples: [example], alsoAccepts: 'string' });
}

const farthest = 32_767;

export const page = points('Page', 'Page of the document, from 1 on.', { from: 1 }, 1);
const x = points('X', 'Points from the left edge of the page.', { from: 0, to: farthest }, 77);
const y = points('Y', 'Points from the upper edge of the page.', { from: 0, to: farthest }, 581);

export const place = { page, x, y };

export const documentId = id('Document ID', 'Which document the field is placed on.', sampleIds.document).meta({
  offeredFrom: 'documents',
});
export const signerId = id('Signer', 'The signer who fills the field in.', sampleIds.signer).meta({
  offeredFrom: 'signers',
});

export const signature = {
  type: fixed('signature', 'Type', 'Where the signer signs.'),
  ...place,
  height: optionalPoints('Height', 'Height in points: 37 to 1000, 37 when left out.', { from: 37, to: 1000 }, 37),
  width: optionalPoints('Width', 'Width in points: 85 to 2000, 85 when left out.', { from: 85, to: 2000 }, 85),
  reason: orNull(
    z
      .string()
      .max(150)
      .regex(humanText)
      .meta({
        title: 'Reason',
        description: 'Reason that the signature states, 150 characters at most.',
        examples: ['Signed by the tenant'],
        errorMessage: humanTextFault,
      }),
  ),
};

const boxWidth = optionalPoints('Width', 'Width in points, 24 at least. Needed with a font.', { from: 24 }, 180);
const boxHeight = points(
  'Height',
  'Height in points: 24, or 24 and 15 for each further line; with a font, lines × size × 1.5. Needed with a font.',
  { from: 24 },
  24,
);
const name = text('Name', 'Name of the field, from the specification of 2026 on.', 'place');

export const mention = {
  type: fixed('mention', 'Type', 'A text that is shown beside the signature.'),
  ...place,
  width: boxWidth,
  height: orNull(boxHeight, 'As high as its text'),
};

export const mentionText = z
  .string()
  .min(1)
  .max(255)
  .meta({ title: 'Mention', description: 'The text, 1 to 255 characters.', examples: ['Read and approved'] });

export const mentionName = { name };

export const textBox = {
  type: fixed('text', 'Type', 'A text that the signer types in.'),
  ...place,
  width: boxWidth,
  height: boxHeight.optional().meta(boxHeight.meta() ?? {}),
  max_length: points('Longest answer', 'How many characters the answer may have.', { from: 1, to: farthest }, 100),
  question: z
    .string()
    .max(255)
    .meta({ title: 'Question', description: 'What is asked, 255 characters at most.', examples: ['Your job title'] }),
  instruction: orNull(
    z.string().meta({ title: 'Instruction', description: 'How to answer.', examples: ['As in your contract'] }),
  ),
};

export const textExtras = {
  name,
  default_value: z
    .string()
    .max(farthest)
    .optional()
    .meta({
      title: 'Default value',
      description: 'What stands there at first, from the specification of 2026 on.',
      examples: ['Paris'],
    }),
  read_only: flag('Read only', 'Whether the default value stays, from the specification of 2026 on.'),
};

export const checkbox = {
  type: fixed('checkbox', 'Type', 'A box to tick.'),
  ...place,
  size: optionalPoints('Size', 'Width and height in points: 8 to 240, 24 when left out.', { from: 8, to: 240 }, 24),
  name: orNull(z.string().meta({ title: 'Name', description: 'Name of the box.', examples: ['terms'] })),
};

const radioName = orNull(
  z
    .string()
    .min(1)
    .max(128)
    .meta({ title: 'Name', description: 'Name, 1 to 128 characters.', examples: ['monthly'] }),
);

const radio = z.object({
  name: radioName,
  x,
  y,
  size: optionalPoints('Size', 'Width and height in points: 8 to 240, 24 when left out.', { from: 8, to: 240 }, 24),
});

export const radios = requiredList(radio, 'Radio buttons', 'The buttons, of which one is chosen.', 'Radio button');

export const radioGroup = {
  type: fixed('radio_group', 'Type', 'Radio buttons, of which one is chosen.'),
  page,
  name: radioName,
  radios,
};

export const isOptional = flag('Optional', 'Whether the signer may leave it. No when left out.');
export const isChecked = flag('Checked', 'Whether the box is ticked at first. No when left out.');

const families = [
  'Inconsolata',
  'Open Sans',
  'Lato',
  'Raleway',
  'Merriweather',
  'EB Garamond',
  'Comic Neue',
  'Monaco',
] as const;

/** Sizes reach from 8 to 22 in the specification of 2025, from 7 to 96 where fields are created in later ones. */
export function font({ from, to }: Required<Limits>) {
  return orNull(
    z
      .object({
        family: z.enum(families).meta({ title: 'Family', description: 'Name of the font.', examples: ['Inconsolata'] }),
        color: z
          .string()
          .regex(/^#([a-f0-9]{6}|[A-F0-9]{6})$/)
          .meta({
            title: 'Colour',
            writtenAs: 'color',
            description: 'Six hexadecimal digits behind #.',
            examples: ['#000000'],
            errorMessage: 'Enter # and six hexadecimal digits, all small or all capital, for example #000000.',
          }),
        size: points('Size', `Size in points: ${from} to ${to}.`, { from, to }, 12),
        variants: z.object({ italic: flag('Italic', 'Slanted.'), bold: flag('Bold', 'Heavy.') }).meta({
          title: 'Variants',
          description: 'Bold, italic or both.',
          examples: [{ bold: false, italic: false }],
        }),
      })
      .meta({ title: 'Font', description: 'How the text looks. Width and height are then needed.' }),
    'The font of the API',
  );
}

export const readOnlyText = {
  type: fixed('read_only_text', 'Type', 'A text that nobody fills in.'),
  ...place,
  width: orNull(
    points('Width', 'Width in points, 24 at least. Needed with a font.', { from: 24 }, 180),
    'As wide as its text',
  ),
  height: orNull(boxHeight, 'As high as its text'),
  text: z
    .string()
    .max(5000)
    .meta({ title: 'Text', description: 'The text, 5000 characters at most.', examples: ['Copy for the tenant'] }),
};
