import * as z from 'zod';
import { defineOperation } from '../../../core/operation';
import { colorText, documentedAt, number, requiredChoice, wholeNumber } from '../../../kit/fields';
import { sources } from '../sources';
import { requestId } from './fields';
import { errorReplies } from './replies';

const signatoryId = z
  .string()
  .min(1)
  .meta({
    title: 'Signatory ID',
    description: 'ID of the signatory; adding the signatory returns it.',
    examples: ['5d9a1f60-7f3e-4f4c-8a38-0b6f9d3c2e11'],
    idShape: 'uuid',
  });

const size = z.object({
  Height: number('Height', 'Height of the stamp in pixels.', 50),
  Width: number('Width', 'Width of the stamp in pixels.', 100),
});

const body = z.object({
  Identifier: z
    .string()
    .min(1)
    .meta({
      title: 'Identifier',
      description:
        'The tag in the document where the stamp goes, for example signature1, {{signature1}} or <<vp_1_s>>.',
      examples: ['signature1'],
      placeholders: 'any',
    }),
  Type: requiredChoice(
    {
      signature: 'Signature',
      initial: 'Initial',
      name: 'Name',
      email: 'E-mail',
      date: 'Date',
      text: 'Text',
    },
    'Type',
    'What is stamped.',
    {
      meanings: {
        signature: 'The signature of the signatory.',
        initial: 'The initials of the signatory.',
        name: 'The name of the signatory.',
        email: 'The address of the signatory.',
        date: 'The day of signing.',
        text: 'A text.',
      },
    },
  ),
  Color: documentedAt(sources.migration, colorText('Color', 'Color of the stamp, as a hex code.', '#7c95f4')),
  Order: documentedAt(sources.migration, wholeNumber('Order', 'Order among several stamps.', 1)),
  Offset: z
    .object({
      XOffset: number('X', 'To the right of the tag.', 0),
      YOffset: number('Y', 'Away from the tag, down or up.', 0),
      OffsetType: wholeNumber('Type', 'A number; the sample says 2, and nothing says what it stands for.', 2),
    })
    .optional()
    .meta({
      title: 'Offset',
      description: 'How far from its tag the stamp is placed.',
      source: sources.migration,
    }),
  StampSize: size.optional().meta({
    title: 'Stamp size',
    description: 'Size of the stamp, as the migration guide names it.',
    source: sources.migration,
  }),
  Size: size.optional().meta({
    title: 'Size',
    description: 'Size of the stamp, as an older page names and requires it.',
  }),
});

const path = {
  requestId: '3b0c94d1-6c0e-4f0b-9a53-1f2d8c7e5a60',
  signatoryId: '5d9a1f60-7f3e-4f4c-8a38-0b6f9d3c2e11',
};

export const addStamps = defineOperation({
  id: 'evia-sign/add-stamps',
  title: 'Add a stamp for a signatory',
  summary: 'Says where and what a signatory fills in: signature, initial, name, e-mail, date or text.',
  method: 'POST',
  path: '/_apis/sign/api/v2/requests/{requestId}/signatories/{signatoryId}/stamps',
  docs: sources.addStamps,
  request: { path: z.object({ requestId, signatoryId }), body },
  replies: { 200: z.object({ requestId: z.string(), stampsCount: z.int() }), ...errorReplies },
  failures: ['bad-request', 'unauthorized', 'request-unknown', 'signatory-unknown'],
  examples: [
    { title: 'A signature', source: 'documented', path, body: { Identifier: 'signature1', Type: 'signature' } },
    {
      title: 'A signature with size and place',
      source: 'ours',
      path,
      body: {
        Identifier: '<<vp_1_s>>',
        Color: '#7c95f4',
        Order: 1,
        Offset: { XOffset: 0, YOffset: 0, OffsetType: 2 },
        StampSize: { Height: 50, Width: 100 },
        Type: 'signature',
      },
    },
  ],
});
