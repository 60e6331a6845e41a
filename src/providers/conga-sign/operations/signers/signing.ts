import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { longText, text } from '../../../../kit/fields';
import { loadPackageFacts, type PackageFacts } from '../../facts';
import { sources } from '../../sources';
import { packagePath, rolePath, sent } from '../fields';
import { isSentForNotice, isSentForUrl } from '../packages/packageRules';
import { errorReplies } from '../replies';
import { suggestRolesAt } from '../roles/roleRules';

const common = ['not-authorized', 'not-found', 'unexpected-error', 'package-not-found'];

export const signingUrlReply = z.object({
  packageId: z.string(),
  roleId: z.string(),
  url: z.url().meta({ title: 'Signing URL', secret: true }),
});

const oneLink = z.object({ url: z.string(), roleId: z.string().optional().catch(undefined) });
/** A link counts whatever else the reply lacks. */
const linkOnly = z.union([oneLink, z.array(oneLink)]);

export const getSigningUrl = defineOperation({
  id: 'conga-sign/get-signing-url',
  title: 'Get the signing URL of a role',
  summary: 'Returns the address with which the signer of a role opens a package that was sent. It does not expire.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/roles/{roleId}/signingUrl',
  docs: sources.openApi,
  request: { path: rolePath },
  replies: { 200: signingUrlReply, ...errorReplies },
  rules: [isSentForUrl],
  failures: [...common, 'role-not-found', 'package-is-draft'],
  examples: [{ title: 'The first signer', source: 'documented', path: { ...sent, roleId: 'Signer1' } }],
  loadFacts: loadPackageFacts,
  suggest: suggestRolesAt('/path/roleId'),
  findLinks: (reply) => {
    const found = linkOnly.safeParse(reply);
    if (!found.success) return [];
    return [found.data].flat().map(({ url, roleId }) => ({ url, ...(roleId !== undefined && { recipient: roleId }) }));
  },
});

export const notifyRole = defineOperation({
  id: 'conga-sign/notify-role',
  title: 'Notify the signers of a role',
  summary: 'Notifies the signers of a role again: by SMS says Conga’s description, by e-mail OneSpan’s.',
  method: 'POST',
  path: '/api/cs-packages/{packageId}/roles/{roleId}/notifications',
  docs: sources.openApi,
  request: { path: rolePath },
  // Conga's description says 204, OneSpan's 200; both without a body.
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 204: z.undefined(), 200: z.undefined(), ...errorReplies },
  rules: [isSentForNotice],
  failures: ['bad-request', 'access-denied', ...common, 'role-not-found', 'package-not-sent'],
  examples: [{ title: 'The first signer', source: 'documented', path: { ...sent, roleId: 'Signer1' } }],
  loadFacts: loadPackageFacts,
  suggest: suggestRolesAt('/path/roleId'),
});

export const notifySigner = defineOperation({
  id: 'conga-sign/notify-signer',
  title: 'Send a signer a reminder',
  summary: 'Sends the notification of a package to one of its signers again, with a message.',
  method: 'POST',
  path: '/api/cs-packages/{packageId}/notifications',
  docs: sources.openApi,
  request: {
    path: packagePath,
    body: z.object({
      email: text('E-mail', 'E-mail address of the signer.', 'signer1@example.com').meta({ initial: '' }),
      message: longText('Message', 'What the signer is told.', 'Please sign until Friday.'),
    }),
  },
  effects: ['mailsPeople'],
  replies: { 204: z.undefined(), 200: z.undefined(), ...errorReplies },
  rules: [isSentForNotice],
  failures: ['bad-request', ...common, 'signer-not-found', 'package-not-sent'],
  examples: [
    {
      title: 'With a message',
      source: 'ours',
      path: sent,
      body: { email: 'signer1@example.com', message: 'Please sign until Friday.' },
    },
  ],
  loadFacts: loadPackageFacts,
  suggest: ({ roles }: PackageFacts) => ({
    '/body/email': roles
      .flatMap(({ signers }) => signers)
      .map(({ email, firstName, lastName }) => ({
        value: email,
        label: email,
        description: `${firstName} ${lastName}`,
      })),
  }),
});
