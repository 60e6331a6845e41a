import type { Failure } from '../../../core/failure';
import { rateWords } from '../../../core/limitWords';
import { productionLimits, sandboxLimits, trialLimits } from '../limits';
import { sources } from '../sources';

/** What any call may meet, whatever it asks for. */
export const serverFailures = [
  {
    id: 'rate-limited',
    status: 429,
    message: 'Too many requests.',
    meaning: `The sandbox takes ${rateWords(sandboxLimits)}, production ${rateWords(productionLimits)}.`,
    nextStep: 'Wait as many seconds as the header Retry-After says; use webhooks instead of asking again and again.',
    source: sources.limits,
    illustrative: ['message'],
  },
  {
    id: 'internal-error',
    status: 500,
    code: 'about:blank',
    message: 'Something wrong occurred.',
    meaning: 'The API failed on its side.',
    nextStep: 'Read the signature request before you try again: what you sent may have taken effect.',
    source: sources.openApi,
  },
  {
    id: 'trial-limit',
    status: 400,
    code: 'about:blank',
    message: 'The limit of the trial is reached.',
    meaning: `An API trial takes ${trialLimits.requestsInDay} signature requests a day, and of each ${trialLimits.people} signers, approvers and followers at most.`,
    nextStep: 'Go without another, wait for the next day, or end the trial.',
    source: sources.limits,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'unknown-route',
    status: 404,
    code: 'resource.not_found',
    message: 'No route found for "{method} {path}".',
    meaning: 'The API has no such address.',
    nextStep: 'Check the base URL: it ends with /v3.',
    source: sources.errors,
    illustrative: ['code', 'message'],
  },
  {
    id: 'method-not-allowed',
    status: 405,
    message: 'No route found for "{method} {path}": Method Not Allowed',
    meaning: 'The address exists, but not for this method.',
    nextStep: 'Use the method of the operation: what is changed is sent with PATCH here.',
    source: sources.client2026,
    illustrative: ['message'],
  },
] as const satisfies readonly Failure[];
