import type { Dispute } from '../../core/provider';
import { sources } from './sources';

export const disputes: readonly Dispute[] = [
  {
    point: 'The type of an error in values',
    says: [
      { source: sources.errors, text: 'validation.error' },
      { source: sources.observed, text: 'parameters_not_valid' },
    ],
    here: 'parameters_not_valid.',
  },
  {
    point: 'From when the expiry of six months counts',
    says: [
      { source: sources.openApi, text: 'From the activation.' },
      { source: sources.openApi2026, text: 'From the initiation.' },
    ],
    here: 'A draft carries the day already.',
  },
  {
    point: 'Where a webhook is created',
    says: [
      { source: sources.openApi, text: '/webhooks' },
      { source: sources.webhooks, text: 'The page is named /webhooks/subscriptions.' },
    ],
    here: '/webhooks.',
  },
  {
    point: 'The names of the headers of limits',
    says: [
      { source: sources.openApi, text: 'X-RateLimit-Remaining-…' },
      { source: sources.limits, text: 'X-Ratelimit-Limit-Remaining-…' },
    ],
    here: 'The emulator sends those of the description.',
  },
  {
    point: 'The expiry that replies print',
    says: [
      { source: sources.openApi, text: 'A day is sent, such as 2027-03-31.' },
      { source: sources.firstRequest, text: 'A time is answered, at the end of that day.' },
    ],
    here: 'Both are taken, so that what was read can be sent back.',
  },
];
