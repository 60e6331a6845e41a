import type { OfficialSdk } from '../../core/provider';

const id = { id: '/path/document_id' };
const embedded = { document_id: '/path/document_id' };
const group = { id: '/path/document_group_id' };

/** signNow's own library for Node.js. Its methods take one argument and an error-first callback, and know two hosts. */
export const sdk: OfficialSdk = {
  title: 'signNow SDK',
  detail: '@signnow/api-client for Node.js',
  package: '@signnow/api-client',
  source: 'https://github.com/signnow/SignNowNodeSDK',
  calls: {
    'GET /user': { method: 'user.retrieve', takes: {} },
    'GET /user/documentsv2': { method: 'document.list', takes: {} },
    'POST /document': { method: 'document.create', takes: { filepath: '/body/file' } },
    'GET /document/{document_id}': { method: 'document.view', takes: id },
    'PUT /document/{document_id}': { method: 'document.update', takes: { ...id, fields: '/body' } },
    'DELETE /document/{document_id}': { method: 'document.remove', takes: id },
    'POST /document/{document_id}/download/link': { method: 'document.share', takes: id },
    'POST /document/{document_id}/invite': {
      method: 'document.invite',
      takes: { ...id, data: '/body', 'options.email': '/query/email' },
    },
    'PUT /document/{document_id}/fieldinvitecancel': { method: 'document.cancelFieldInvite', takes: id },
    'PUT /invite/{invite_id}/cancel': { method: 'document.cancelFreeFormInvite', takes: { id: '/path/invite_id' } },
    'POST /template': {
      method: 'template.create',
      takes: { document_id: '/body/document_id', document_name: '/body/document_name' },
    },
    'POST /template/{template_id}/copy': {
      method: 'template.duplicate',
      takes: { id: '/path/template_id', name: '/body/document_name' },
    },
    'GET /documentgroup/{document_group_id}': { method: 'documentGroup.view', takes: group },
    'POST /documentgroup/{document_group_id}/groupinvite': {
      method: 'documentGroup.invite',
      takes: {
        ...group,
        'data.invite_steps': '/body/invite_steps',
        'data.completion_emails': '/body/completion_emails',
      },
    },
    'POST /documentgroup/{document_group_id}/groupinvite/{invite_id}/cancelinvite': {
      method: 'documentGroup.cancelInvite',
      takes: { ...group, inviteId: '/path/invite_id' },
    },
    'POST /documentgroup/{document_group_id}/downloadall': {
      method: 'documentGroup.download',
      takes: {
        ...group,
        type: '/body/type',
        with_history: '/body/with_history',
        document_order: '/body/document_order',
      },
    },
    'GET /documentgroup/template/{document_group_template_id}': {
      method: 'documentGroupTemplate.view',
      takes: { id: '/path/document_group_template_id' },
    },
    'POST /v2/documents/{document_id}/embedded-invites': {
      method: 'embedded.createInvite',
      takes: { ...embedded, invites: '/body/invites' },
    },
    'DELETE /v2/documents/{document_id}/embedded-invites': { method: 'embedded.cancelInvites', takes: embedded },
    'POST /v2/documents/{document_id}/embedded-invites/{field_invite_id}/link': {
      method: 'embedded.generateInviteLink',
      takes: {
        ...embedded,
        field_invite_unique_id: '/path/field_invite_id',
        link_expiration: '/body/link_expiration',
        auth_method: '/body/auth_method',
      },
    },
  },
  write: ({ method, members, origin }) => {
    const isKnown = origin === productionOrigin || origin === sandboxOrigin;
    const note = isKnown ? '' : `// The request went to ${origin}. This library knows signNow's own addresses alone.\n`;
    return `${note}const signnow = require('@signnow/api-client')({
  credentials: process.env.ESIGN_BASIC,
  production: ${origin === productionOrigin},
});

signnow.${method}({
  token: process.env.ESIGN_TOKEN,
${members}}, (error, reply) => {
  if (error) throw new Error(JSON.stringify(error));
  console.log(reply);
});
`;
  },
};

const productionOrigin = 'https://api.signnow.com';
const sandboxOrigin = 'https://api-eval.signnow.com';
