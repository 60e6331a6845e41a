import type { Failure } from '../../../core/failure';
import { sources } from '../sources';

/** What is refused of webhook subscriptions. */
export const webhookFailures = [
  {
    id: 'webhook-in-trial',
    status: 403,
    code: 'about:blank',
    message: 'Webhook subscriptions are not available in sandbox from the API, only from the application.',
    meaning: 'In the API trial, webhook subscriptions are created in the web app only.',
    nextStep: 'Create it there, under API, Webhooks.',
    source: sources.webhooks,
    illustrative: ['code', 'message'],
  },
  {
    id: 'everything-beside-names',
    status: 400,
    code: 'parameters_not_valid',
    message: '{name}: * cannot be combined with other values.',
    meaning: 'The list names everything, and something beside it.',
    nextStep: 'Keep * alone, or the names.',
    source: sources.openApi,
    illustrative: ['message'],
  },
  {
    id: 'workspaces-in-sandbox',
    status: 400,
    code: 'parameters_not_valid',
    message: '{name}: Workspaces cannot be chosen for the sandbox.',
    meaning: 'Events of the sandbox come from all workspaces.',
    nextStep: 'Leave the workspaces out, or enter * alone.',
    source: sources.openApi,
    illustrative: ['message'],
  },
] as const satisfies readonly Failure[];
