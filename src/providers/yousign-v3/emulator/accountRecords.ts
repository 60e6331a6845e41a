import type { ContactReply } from '../operations/contacts';
import { sampleIds } from '../operations/sampleIds';
import type { UserReply } from '../operations/users';
import type { WebhookReply } from '../operations/webhooks/webhookReply';

/* What the demo account has beside signature requests. */

const workspaces = [{ id: sampleIds.workspace, name: 'Demo workspace' }];

export const owner = user(sampleIds.user, 'Dana', 'Owner', 'owner');

export const users: readonly UserReply[] = [
  owner,
  user('a6d7f4bb-c5e9-4804-86b7-d9f4153608bc', 'Ursula', 'User', 'member'),
];

function user(id: string, firstName: string, lastName: string, role: string): UserReply {
  return userOf(id, { firstName, lastName, email: `${firstName}.${lastName}@example.com`.toLowerCase() }, role);
}

interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

export function userOf(id: string, { firstName, lastName, email }: Person, role: string): UserReply {
  return {
    id,
    first_name: firstName,
    last_name: lastName,
    email,
    phone_number: '+33611223344',
    locale: 'en',
    avatar: null,
    job_title: null,
    is_active: true,
    created_at: '2024-01-08T09:12:44+00:00',
    role,
    workspaces,
    status: 'completed',
    source: 'app',
  };
}

/** What a contact may have besides name, address and language. */
export const unsaidOfContact = {
  phone_number: null,
  company_name: null,
  job_title: null,
  address_line_1: null,
  address_line_2: null,
  address_city: null,
  address_postal_code: null,
  address_country: null,
  workspace_id: null,
};

export const contacts: readonly ContactReply[] = [
  {
    id: sampleIds.contact,
    first_name: 'Jane',
    last_name: 'Roe',
    email: 'jane.roe@example.com',
    locale: 'fr',
    ...unsaidOfContact,
    phone_number: '+33612345678',
    workspace_id: sampleIds.workspace,
  },
];

export const webhooks: readonly WebhookReply[] = [
  {
    id: sampleIds.webhook,
    endpoint: 'https://example.com/webhooks/yousign',
    description: 'Everything of the sandbox',
    sandbox: true,
    subscribed_events: ['*'],
    secret_key: 'e0e1e2e3e4e5e6e7e8e9eaebecedeeef',
    scopes: ['*'],
    workspaces: ['*'],
    auto_retry: true,
    enabled: true,
    created_at: '2024-01-08T09:12:44+00:00',
    updated_at: null,
  },
];
