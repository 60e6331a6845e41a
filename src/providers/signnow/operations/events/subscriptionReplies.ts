import * as z from 'zod';

export const scalar = z.union([z.string(), z.number(), z.boolean()]).nullable();

/** A subscription as the lists show it. What only some sources print may be missing elsewhere. */
export const subscription = z.object({
  id: z.string(),
  event: z.string(),
  entity_id: z.union([z.int(), z.string()]),
  action: z.string(),
  json_attributes: z.object({
    use_tls_12: z.boolean().optional(),
    docid_queryparam: z.boolean().optional(),
    integration_id: z.string().nullable().optional(),
    callback_url: z.string(),
    headers: z.record(z.string(), scalar).nullable().optional(),
    delete_access_token: z.boolean().optional(),
    include_metadata: z.boolean().optional(),
    secret_key: z.string().nullable().optional().meta({ title: 'Secret key', secret: true }),
  }),
  created: z.int(),
  content: z.record(z.string(), z.json()).nullable().optional(),
});

export type SubscriptionReply = z.output<typeof subscription>;

export const pagination = z.object({
  total: z.int(),
  count: z.int(),
  per_page: z.int(),
  current_page: z.int(),
  total_pages: z.int(),
  links: z.union([z.array(z.json()), z.record(z.string(), z.json())]).optional(),
});

export const subscriptionListReply = z.object({
  data: z.array(subscription),
  meta: z.object({ pagination }).optional(),
});

export const subscriptionReply = z.object({ data: subscription });
