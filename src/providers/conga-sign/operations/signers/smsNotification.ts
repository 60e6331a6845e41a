import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { flag } from '../../../../kit/fields';
import { loadPackageFacts } from '../../facts';
import { sources } from '../../sources';
import { guarded, rolePath } from '../fields';
import { isSentForNotice } from '../packages/packageRules';
import { errorReplies, usual } from '../replies';
import { roleCondition } from '../roles/roleCondition';
import { suggestRolesAt } from '../roles/roleRules';

const hasPhone = roleCondition({
  failure: 'sms-without-phone',
  statement: 'A signer who is notified by SMS has a phone number.',
  fault: ({ signers }) =>
    signers.some(({ phone }) => phone !== '') ? undefined : 'No signer of this role has a phone number.',
});

export const notifyBySms = defineOperation({
  id: 'conga-sign/notify-by-sms',
  title: 'Send the signers of a role an SMS',
  summary: 'Sends the signers of a role a text message, by default the code with which they authenticate in person.',
  method: 'POST',
  path: '/api/cs-packages/{packageId}/roles/{roleId}/sms_notification',
  docs: sources.openApi,
  request: {
    path: rolePath,
    query: z.object({
      inPerson: flag('In person', 'The message is for SMS authentication in person; true without it.'),
    }),
  },
  effects: ['mailsPeople', 'mailsOnRecord'],
  // Conga's description says 204, OneSpan's 200; both without a body.
  replies: { 204: z.undefined(), 200: z.undefined(), ...errorReplies },
  rules: [hasPhone, isSentForNotice],
  failures: [...usual, 'package-not-found', 'role-not-found', 'sms-without-phone', 'package-not-sent'],
  examples: [
    { title: 'The code once more', source: 'documented', path: { ...guarded, roleId: 'Signer2' }, query: {} },
    {
      title: 'Not in person',
      source: 'ours',
      path: { ...guarded, roleId: 'Signer2' },
      query: { inPerson: false },
    },
  ],
  loadFacts: loadPackageFacts,
  suggest: suggestRolesAt('/path/roleId'),
});
