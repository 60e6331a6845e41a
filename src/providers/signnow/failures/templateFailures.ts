import type { Failure } from '../../../core/failure';
import { operations } from '../operations/operations';
import { sources } from '../sources';

const { mcpServer } = sources;

/** Templates of documents and of document groups. */
export const templateFailures = [
  {
    id: 'template-not-found',
    status: 400,
    code: 65582,
    message: 'unable to find template',
    meaning: 'There is no template with this ID: it is unknown, or that of a document.',
    nextStep: 'Choose a template of this account, or make one of a document.',
    mendedBy: operations.createTemplate.id,
    source: mcpServer,
    illustrative: ['message'],
  },
  {
    id: 'group-template-not-found',
    status: 400,
    code: 65582,
    message: 'unable to find document group template',
    meaning: 'There is no template of a document group with this ID, or the account may not see it.',
    nextStep: 'Choose a template of a document group of this account.',
    mendedBy: operations.listGroupTemplates.id,
    source: mcpServer,
  },
] as const satisfies readonly Failure[];
