import type { Failure } from '../../../core/failure';
import { sources } from '../sources';

const { embeddedSending, mcpServer } = sources;

/** Links to pages that prepare, edit or show documents. */
export const embeddingFailures = [
  {
    id: 'redirect-uri-not-text',
    status: 400,
    code: 19038003,
    message: 'Parameter `redirect_uri` must be a string.',
    meaning: 'A redirect URI is no text.',
    nextStep: 'Enter a whole address in quotes, with https://.',
    source: embeddedSending,
  },
  {
    id: 'editor-expiration-too-long',
    status: 400,
    code: 19019003,
    message: 'Link expiration must not exceed 43200 minutes',
    meaning:
      'A link to the editor lives 15 to 43200 minutes; whether every account may choose more than 45 is not documented.',
    nextStep: 'Choose 15 to 43200 minutes, or no value.',
    source: mcpServer,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'view-expiration-too-short',
    status: 400,
    code: 19019002,
    message: 'Link expiration must be at least 43200 minutes',
    meaning: 'A link to view lives 43200 to 518400 minutes, 30 days to 360.',
    nextStep: 'Choose 43200 to 518400 minutes, or no value.',
    source: mcpServer,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'view-expiration-too-long',
    status: 400,
    code: 19019003,
    message: 'Link expiration must not exceed 518400 minutes',
    meaning: 'A link to view lives 43200 to 518400 minutes, 30 days to 360.',
    nextStep: 'Choose 43200 to 518400 minutes, or no value.',
    source: mcpServer,
    illustrative: ['status', 'code', 'message'],
  },
] as const satisfies readonly Failure[];
