import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { errorReply, refusals } from '../../errors';
import { sources } from '../../sources';
import { pathId, sampleUuid } from '../fields';
import { labels, signatureUiFields } from './signatureUiFields';
import { signatureUiReply } from './signatureUiReplies';

const path = pathId('signature_uis', 'Signature UI');

const failures = [
  'value-missing',
  'choice-invalid',
  'value-invalid',
  'number-out-of-range',
  'type-invalid',
  'malformed-body',
] as const;

export const listSignatureUis = defineOperation({
  id: 'yousign/list-signature-uis',
  title: 'List signature UIs',
  summary: 'Returns the signature UIs: how the signing page looks, and where it leads.',
  method: 'GET',
  path: '/signature_uis',
  docs: sources.swagger,
  request: {},
  replies: { 200: z.array(signatureUiReply), ...refusals },
  failures: ['unauthorized'],
  examples: [{ title: 'All signature UIs', source: 'documented' }],
});

export const createSignatureUi = defineOperation({
  id: 'yousign/create-signature-ui',
  title: 'Create a signature UI',
  summary:
    'Makes a look of the signing page, with redirects. A signing link has it when &signatureUi= and the ID that comes back stand behind the member.',
  method: 'POST',
  path: '/signature_uis',
  docs: sources.swagger,
  request: { body: z.object({ ...signatureUiFields, labels }) },
  replies: { 201: signatureUiReply, 400: errorReply, ...refusals },
  failures: ['unauthorized', ...failures],
  examples: [
    { title: 'A name', source: 'minimal', body: { name: 'yousign-ui-website-contracts' } },
    {
      title: 'With labels and redirects',
      source: 'documented',
      body: {
        name: 'My first template for Signature-UI',
        description: 'Here is the Signature-UI template for Yousign Developers.',
        defaultZoom: 100,
        languages: ['fr', 'en'],
        defaultLanguage: 'en',
        labels: [{ name: 'NAME OF THE LABEL', languages: { en: 'Label en', fr: 'Label fr' } }],
        signImageTypesAvailable: ['name', 'draw'],
        fonts: ['Roboto', 'Lato'],
        redirectCancel: { url: 'https://example.com?cancel=1', target: '_top', auto: false },
        redirectError: { url: 'https://example.com?error=1', target: '_blank', auto: true },
        redirectSuccess: { url: 'https://example.com?success=1', target: '_parent', auto: true },
        style: '.sign-ui-header-bar { background-color: #00f }',
      },
    },
  ],
});

export const getSignatureUi = defineOperation({
  id: 'yousign/get-signature-ui',
  title: 'Get a signature UI',
  summary: 'Returns a signature UI with its labels.',
  method: 'GET',
  path: '/signature_uis/{id}',
  docs: sources.swagger,
  request: { path },
  replies: { 200: signatureUiReply, ...refusals },
  failures: ['unauthorized', 'signature-ui-not-found'],
  examples: [{ title: 'A signature UI', source: 'documented', path: { id: sampleUuid } }],
});

const { name, ...settings } = signatureUiFields;

export const updateSignatureUi = defineOperation({
  id: 'yousign/update-signature-ui',
  title: 'Update a signature UI',
  summary: 'Changes a signature UI. What is left out stays as it is; labels have calls of their own.',
  method: 'PUT',
  path: '/signature_uis/{id}',
  docs: sources.swagger,
  request: { path, body: z.object({ name: name.optional().meta(name.meta() ?? {}), ...settings }) },
  replies: { 200: signatureUiReply, 400: errorReply, ...refusals },
  failures: ['unauthorized', 'signature-ui-not-found', ...failures],
  examples: [
    { title: 'Without a sidebar', source: 'minimal', path: { id: sampleUuid }, body: { enableSidebar: false } },
  ],
});

export const deleteSignatureUi = defineOperation({
  id: 'yousign/delete-signature-ui',
  title: 'Delete a signature UI',
  summary: 'Deletes a signature UI with its labels.',
  method: 'DELETE',
  path: '/signature_uis/{id}',
  docs: sources.swagger,
  request: { path },
  replies: { 204: z.undefined(), ...refusals },
  failures: ['unauthorized', 'signature-ui-not-found'],
  examples: [{ title: 'A signature UI', source: 'documented', path: { id: sampleUuid } }],
});
