import * as z from 'zod';
import { choice, flag, languageText, list, longText, requiredText, text } from '../../../../kit/fields';
import { asAnswered } from '../asAnswered';
import { signatureUiReply } from './signatureUiReplies';

const shown = (title: string, what: string) => flag(title, `Whether ${what}. Yes when left out.`);

/** Where a member goes afterwards. */
function redirect(title: string, when: string, auto: string) {
  return z
    .object({
      url: text('URL', 'Where the member goes.', 'https://example.com/signed'),
      target: choice(
        { _top: 'The whole window', _blank: 'A new window', _parent: 'The window around it', _self: 'The same frame' },
        'Target',
        'Where the address opens.',
      ),
      auto: flag('By itself', `Without a click of the member. ${auto}`),
    })
    .optional()
    .meta({ title, description: `Where the member goes ${when}.` });
}

export const labelName = requiredText('Name', 'Name of the text that is replaced.', 'NAME OF THE LABEL');

export const labelLanguages = z
  .record(z.string(), z.string())
  .optional()
  .meta({
    title: 'Texts',
    description: 'The text by code of the language.',
    examples: [{ en: 'Label en', fr: 'Label fr' }],
  });

const languageCode = z
  .string()
  .min(1)
  .meta({ title: 'Language', examples: ['fr'], writtenAs: 'language' });

/** All but the labels, which have calls of their own once they are there. */
export const signatureUiFields = asAnswered(
  {
    name: requiredText('Name', 'Name of the signature UI.', 'yousign-ui-website-contracts'),
    description: text('Description', 'What it is for.', 'Used for contracts with partners on our website.'),
    enableHeaderBar: shown('Header', 'the header is shown'),
    enableHeaderBarSignAs: shown('"Sign as" in the header', 'the header says as whom the member signs'),
    enableSidebar: shown('Sidebar', 'the sidebar is shown'),
    enableMemberList: shown('Members', 'the sidebar lists the members'),
    enableDocumentList: shown('Documents', 'the sidebar lists the documents'),
    enableDocumentDownload: shown('Download', 'documents can be downloaded'),
    enableActivities: shown('Activities', 'the sidebar lists what happened'),
    enableRefuseComment: shown('Reason of a refusal', 'who refuses can say why'),
    authenticationPopup: flag('Popup', 'Whether the security code is asked for in a popup. No when left out.'),
    defaultZoom: z
      .number()
      .min(1)
      .max(500)
      .optional()
      .meta({ title: 'Zoom', description: 'In percent: 1 to 500.', examples: [100], alsoAccepts: 'string' }),
    logo: text('Logo', 'A picture as data: address.', 'data:image/png;base64,iVBORw0KGgo='),
    signImageTypesAvailable: list(
      z.enum(['name', 'draw', 'custom']).meta({
        title: 'Way',
        labels: { name: 'Name in a font', draw: 'Drawing', custom: 'Picture' },
      }),
      'Ways to sign',
      'What the picture of a signature may be; all when left out.',
      'Way',
      { examples: [['name', 'draw']] },
    ),
    defaultLanguage: languageText('Default language', 'Code of the language that the page begins with.', 'fr'),
    languages: list(languageCode, 'Languages', 'Codes of the languages that can be chosen.', 'Language', {
      examples: [['fr', 'en']],
    }),
    fonts: list(
      z
        .string()
        .min(1)
        .meta({ title: 'Font', examples: ['Roboto'] }),
      'Fonts',
      'Fonts of Google Fonts that the page loads.',
      'Font',
    ),
    style: longText('Style', 'CSS that changes the page.', '.sign-ui-header-bar { background-color: #00f }'),
    redirectCancel: redirect('After a refusal', 'once the member has refused', 'Yes when left out.'),
    redirectError: redirect('After an error', 'when signing fails', 'Yes when left out.'),
    redirectSuccess: redirect('After signing', 'once the member has signed', 'No when left out.'),
  },
  signatureUiReply,
);

export const labels = list(
  z.object({ name: labelName, languages: labelLanguages }),
  'Labels',
  'Texts of the page that are replaced.',
  'Label',
);
