import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { choice, text, wholeNumber } from '../../../../kit/fields';
import { sources } from '../../sources';
import { draft, packagePath } from '../fields';
import { errorReplies, usual } from '../replies';
import { packageTypes } from './packageFields';
import { packageListReply, packageReply } from './packageReplies';

export const listPackages = defineOperation({
  id: 'conga-sign/list-packages',
  title: 'List packages',
  summary: 'Returns the packages of the caller, or those of another sender of the account.',
  method: 'GET',
  path: '/api/cs-packages',
  docs: sources.openApi,
  request: {
    query: z.object({
      query: choice(
        { drafts: 'Drafts', inbox: 'Inbox', trashed: 'Trash' },
        'Folder',
        'Where to search; everywhere but in the trash without it.',
        { meanings: { drafts: 'Not sent yet.', inbox: 'Sent.', trashed: 'Moved to the trash.' } },
      ),
      predefined: text('Status', 'Only packages in this status; the values are not documented.', 'completed'),
      search: text('Search', 'Text in the name or description of the package.', 'contract'),
      type: choice(packageTypes, 'Type', 'TEMPLATE for templates.'),
      from: wholeNumber('From', 'The first record that is returned.', 1),
      to: wholeNumber('To', 'The last record that is returned.', 50),
      sort: text('Sort', 'The field to sort by.', 'updated'),
      dir: choice({ asc: 'Ascending', desc: 'Descending' }, 'Direction', 'Direction to sort in.'),
      ownerEmail: text('Owner', 'E-mail address of another sender; needs a permission.', 'colleague@example.com'),
    }),
  },
  replies: { 200: packageListReply, ...errorReplies },
  failures: usual,
  examples: [
    { title: 'All packages', source: 'documented', query: {} },
    { title: 'Drafts, newest first', source: 'ours', query: { query: 'drafts', sort: 'updated', dir: 'desc' } },
  ],
});

export const getPackage = defineOperation({
  id: 'conga-sign/get-package',
  title: 'Get a package',
  summary: 'Returns a package with its roles, documents and approvals.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}',
  docs: sources.openApi,
  request: { path: packagePath },
  replies: { 200: packageReply, ...errorReplies },
  failures: [...usual, 'package-not-found'],
  examples: [{ title: 'A package', source: 'documented', path: draft }],
});
