import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { text } from '../../../../kit/fields';
import { errorReply, refusals } from '../../errors';
import { sources } from '../../sources';
import { asAnswered } from '../asAnswered';
import { aboutId, objectId, pathId, sampleUuid } from '../fields';
import { labelLanguages, labelName } from './signatureUiFields';
import { labelReply } from './signatureUiReplies';

const path = pathId('signature_ui_labels', 'Label');

const signatureUi = objectId('signature_uis').meta({
  ...aboutId('signature_uis', 'Signature UI', 'The signature UI that the label belongs to.'),
  offeredFrom: 'signature-uis',
});

const optional = <S extends z.ZodType>(field: S) => field.optional().meta(field.meta() ?? {});

const failures = ['object-unknown', 'value-missing', 'value-invalid', 'type-invalid', 'malformed-body'] as const;

export const listSignatureUiLabels = defineOperation({
  id: 'yousign/list-signature-ui-labels',
  title: 'List labels of signature UIs',
  summary: 'Returns labels, of one signature UI or by name.',
  method: 'GET',
  path: '/signature_ui_labels',
  docs: sources.swagger,
  request: {
    query: z.object({ name: text('Name', 'Only labels of this name.'), signatureUi: optional(signatureUi) }),
  },
  replies: { 200: z.array(labelReply), ...refusals },
  failures: ['unauthorized'],
  examples: [
    { title: 'Of one signature UI', source: 'documented', query: { signatureUi: `/signature_uis/${sampleUuid}` } },
    { title: 'All labels', source: 'minimal', query: {} },
  ],
});

const label = asAnswered({ name: labelName, languages: labelLanguages, signatureUi }, labelReply);

export const createSignatureUiLabel = defineOperation({
  id: 'yousign/create-signature-ui-label',
  title: 'Add a label to a signature UI',
  summary: 'Replaces a text of the signing page, language by language.',
  method: 'POST',
  path: '/signature_ui_labels',
  docs: sources.swagger,
  request: { body: z.object(label) },
  replies: { 201: labelReply, 400: errorReply, ...refusals },
  failures: ['unauthorized', ...failures],
  examples: [
    {
      title: 'In two languages',
      source: 'documented',
      body: {
        name: 'NAME OF THE LABEL',
        languages: { en: 'Label en', fr: 'Label fr' },
        signatureUi: '/signature_uis/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
      },
    },
  ],
});

export const getSignatureUiLabel = defineOperation({
  id: 'yousign/get-signature-ui-label',
  title: 'Get a label of a signature UI',
  summary: 'Returns a label.',
  method: 'GET',
  path: '/signature_ui_labels/{id}',
  docs: sources.swagger,
  request: { path },
  replies: { 200: labelReply, ...refusals },
  failures: ['unauthorized', 'signature-ui-label-not-found'],
  examples: [{ title: 'A label', source: 'documented', path: { id: sampleUuid } }],
});

export const updateSignatureUiLabel = defineOperation({
  id: 'yousign/update-signature-ui-label',
  title: 'Update a label of a signature UI',
  summary: 'Changes a label. What is left out stays as it is.',
  method: 'PUT',
  path: '/signature_ui_labels/{id}',
  docs: sources.swagger,
  request: {
    path,
    body: z.object({ ...label, name: optional(label.name), signatureUi: optional(label.signatureUi) }),
  },
  replies: { 200: labelReply, 400: errorReply, ...refusals },
  failures: ['unauthorized', 'signature-ui-label-not-found', ...failures],
  examples: [
    { title: 'In one language', source: 'minimal', path: { id: sampleUuid }, body: { languages: { en: 'Sign here' } } },
  ],
});

export const deleteSignatureUiLabel = defineOperation({
  id: 'yousign/delete-signature-ui-label',
  title: 'Delete a label of a signature UI',
  summary: 'Gives the signing page its own text back.',
  method: 'DELETE',
  path: '/signature_ui_labels/{id}',
  docs: sources.swagger,
  request: { path },
  replies: { 204: z.undefined(), ...refusals },
  failures: ['unauthorized', 'signature-ui-label-not-found'],
  examples: [{ title: 'A label', source: 'documented', path: { id: sampleUuid } }],
});
