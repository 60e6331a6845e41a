import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { loadPackageFacts } from '../../facts';
import { sources } from '../../sources';
import { draft, packagePath, sent } from '../fields';
import { errorReplies, usualOfValues } from '../replies';
import { packageShape } from './packageFields';
import { changeReply } from './packageReplies';
import { statusEffects } from './statusEffects';
import { statusFailures, statusRules, statusShape, whenSent } from './statusRules';

export const changeStatus = defineOperation({
  id: 'conga-sign/change-package-status',
  title: 'Change the status of a package',
  summary:
    'Sends a package, completes or archives it, puts it into the trash, or declines it for a signer, the way OneSpan’s own clients do: by POST. The descriptions list only PUT.',
  method: 'POST',
  path: '/api/cs-packages/{packageId}',
  docs: sources.oneSpanLifecycle,
  request: { path: packagePath, body: z.object({ ...statusShape, trashed: packageShape.trashed }) },
  effects: statusEffects,
  replies: { 200: changeReply, ...errorReplies },
  rules: [...statusRules, ...whenSent],
  failures: [...usualOfValues, 'package-not-found', ...statusFailures, 'package-not-modifiable', 'package-not-ready'],
  examples: [
    { title: 'Send a draft', source: 'documented', path: draft, body: { status: 'SENT' } },
    {
      title: 'Decline for a signer',
      source: 'documented',
      path: sent,
      body: {
        status: 'DECLINED',
        messages: [{ from: { id: 'Signer1' }, content: 'The price is wrong.', documents: [{ id: 'default-consent' }] }],
      },
    },
    { title: 'Into the trash', source: 'documented', path: draft, body: { trashed: true } },
  ],
  loadFacts: loadPackageFacts,
});
