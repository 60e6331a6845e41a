import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { namesNone } from '../../../../kit/facts';
import { requiredList, requiredText } from '../../../../kit/fields';
import { meantNames } from '../../../../kit/mending/meantNames';
import { writes } from '../../../../kit/mending/mends';
import { errorReply } from '../../errors';
import { type DocumentFacts, loadDocument } from '../../facts/documentFacts';
import { sources } from '../../sources';
import { isNotInvited, ownsDocument } from '../documents/documentRules';
import { documentPath } from '../fields';

const prefillRequest = {
  path: documentPath,
  body: z.object({
    fields: requiredList(
      z.object({
        field_name: requiredText('Field', 'Name of a text field of the document.', 'text_1'),
        prefilled_text: z.string().meta({
          title: 'Text',
          description: 'What stands in the field when the signer opens it.',
          examples: ['Berlin'],
        }),
      }),
      'Fields',
      'The text fields that are filled in beforehand.',
      'Field',
    ),
  }),
};

const fieldsExist = defineRule<typeof prefillRequest, DocumentFacts>({
  failure: 'field-not-found',
  statement: 'The document has a field of each name.',
  check: ({ body }, document) => {
    const known = document && new Set(document.fieldNames);
    const meantBy = meantNames(known ?? []);
    return (body?.fields ?? []).flatMap((field, index) => {
      const name = field?.field_name;
      if (!namesNone(name, known)) return [];
      const pointer = `/body/fields/${index}/field_name`;
      const meant = meantBy(name);
      const mended = meant !== undefined && { mend: writes(pointer, meant, 'Write the fields that are meant') };
      return [{ pointer, message: 'The document has no field of this name.', ...mended }];
    });
  },
});

export const prefillTexts = defineOperation({
  id: 'signnow/prefill-texts',
  title: 'Fill in text fields',
  summary: 'Puts text into text fields of a document before anybody is invited.',
  method: 'PUT',
  path: '/v2/documents/{document_id}/prefill-texts',
  docs: sources.nodeClient,
  request: prefillRequest,
  // The mocks of the official clients answer 200 with an empty object.
  replies: { 204: z.undefined(), 200: z.object({}), 400: errorReply },
  rules: [ownsDocument, isNotInvited, fieldsExist],
  failures: [
    'invalid-token',
    'invalid-payload',
    'document-not-found',
    'not-document-owner',
    'document-has-active-invites',
    'field-not-found',
  ],
  examples: [
    {
      title: 'One text',
      source: 'ours',
      path: { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' },
      body: { fields: [{ field_name: 'place', prefilled_text: 'Berlin' }] },
    },
  ],
  loadFacts: loadDocument,
  suggest: ({ fieldNames }: DocumentFacts) => ({
    '/body/fields/*/field_name': fieldNames.map((name) => ({ value: name, label: name })),
  }),
});
