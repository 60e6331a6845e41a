import type { Limits } from '../../core/provider';
import { sources } from './sources';

/** What an API trial takes of each kind of people, and of signature requests in a day. */
export const trialLimits = { people: 5, requestsInDay: 100 } as const;

export const trialWords = `${trialLimits.requestsInDay} signature requests a day; ${trialLimits.people} signers, approvers and followers of each, all of the organization; no redirects, and webhook subscriptions in the web app only`;

export const sandboxLimits = {
  calls: { minute: 30, hour: 200 },
  others: ['Documents and audit trails have a watermark, and no legal value.', `In an API trial: ${trialWords}.`],
  source: sources.limits,
} as const satisfies Limits;

export const productionLimits = { calls: { minute: 60, hour: 1200 }, source: sources.limits } as const satisfies Limits;
