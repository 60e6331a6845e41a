import * as z from 'zod';

/*
 * The account. What the OpenAPI description and the mocks of the official clients both have is always there; what only
 * one of them has may be absent. There is no `email`.
 */

const word = z.string().nullable().optional();

const subscription = z.object({
  id: z.string(),
  subscription_id: z.string(),
  name: z.string(),
  expired: z.int(),
  created: z.int(),
  updated: z.int(),
  plan: z.string(),
  mobile_plan_type: z.string(),
  credit_card: z.boolean(),
  trial: z.boolean(),
  term: z.int(),
});

const premiumPlan = z.object({
  id: z.int(),
  plan_id: z.string(),
  name: z.string(),
  price: z.string(),
  billing_cycle: z.int(),
  active: z.boolean(),
  groups: z.array(z.string()),
  level: z.string(),
  type: z.string(),
  api_requests: z.int(),
  unit_price: z.int(),
  is_trial: z.boolean(),
  is_marketplace: z.boolean(),
});

const premiumSubscription = z.object({
  serial_number: z.string(),
  name: z.string(),
  term: z.int(),
  expired_at: z.int(),
  created_at: z.int(),
  updated_at: z.int(),
  key: z.string().meta({ title: 'Key', secret: true }),
  seats: z.int().optional(),
  used_seats: z.int().optional(),
  version: z.string().optional(),
  plan: premiumPlan.optional(),
  admin_email: z.string().optional(),
  status: z.string().optional(),
});

const premiumUser = z.object({
  username: z.string(),
  email: z.string(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  added_date: z.int(),
  status: z.string(),
  admin: z.string(),
});

const premiumAccess = z.object({
  error: z.boolean().optional(),
  user: premiumUser.optional(),
  active: z.boolean().optional(),
  subscription: premiumSubscription.optional(),
  plan: z.string().optional(),
  business: z.boolean().optional(),
  trial: z.boolean().optional(),
  credit_card: z.boolean().optional(),
  api: z
    .object({
      key: z.string().meta({ title: 'Key', secret: true }),
      created_at: z.int(),
      expired_at: z.int(),
      level: z.string(),
    })
    .optional(),
});

const administrator = z.object({
  id: z.string(),
  is_secondary: z.string(),
  email: z.string(),
  billing: z.int(),
  document_access: z.int(),
  primary: z.boolean(),
});

const team = z.object({
  id: z.string(),
  team: z.string(),
  type: z.string(),
  created_since: z.string(),
  role: z.string(),
  admins: z.array(administrator),
  document_count: z.int(),
});

const merchant = z.object({
  id: z.string(),
  scope: z.string(),
  merchant_type: z.string(),
  merchant_account_name: z.string(),
  currencies: z.array(z.string()),
  currency: z.string(),
  currency_name: z.string(),
});

export const userReply = z.object({
  id: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  active: z.string(),
  verified: z.string().optional(),
  type: z.int(),
  pro: z.int(),
  created: z.string(),
  emails: z.array(z.string()),
  primary_email: z.string(),
  subscriptions: z.array(subscription),
  credits: z.int(),
  has_atticus_access: z.boolean(),
  cloud_export_account_details: z
    .object({ username: word, short_files_servicename: word, long_files_servicename: word })
    .nullable()
    .optional(),
  is_logged_in: z.boolean(),
  billing_period: z.object({
    start_date: z.string(),
    end_date: z.string(),
    start_timestamp: z.int(),
    end_timestamp: z.int(),
  }),
  premium_access: premiumAccess,
  companies: z.array(z.object({ name: z.string().optional(), full_access: z.boolean().optional() })),
  document_count: z.int(),
  // Text in the description, a number in the mocks.
  monthly_document_count: z.union([z.int(), z.string()]),
  lifetime_document_count: z.int(),
  teams: z.array(team),
  googleapps: z.boolean(),
  facebookapps: z.boolean(),
  microsoftapps: z.boolean().optional(),
  status: z.object({
    bad_copy_token: z.boolean().optional(),
    has_copy_token: z.boolean().optional(),
    has_cloud_export_token: z.boolean().optional(),
    bad_cloud_export_token: z.boolean().optional(),
    has_salesforce_token: z.boolean().optional(),
  }),
  settings: z.record(z.string(), z.union([z.boolean(), z.int()])),
  organization_settings: z.array(z.object({ setting: z.string(), value: z.string() })),
  issue_notifications: z.array(z.object({ title: z.string(), description: z.string() })),
  merchant_accounts: z.array(merchant),
  organization: z.record(z.string(), z.json()).nullable().optional(),
  registration_source: word,
});

export type UserReply = z.output<typeof userReply>;
