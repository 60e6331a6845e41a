import * as z from 'zod';

export const webhookReply = z.object({
  id: z.string(),
  endpoint: z.string(),
  description: z.string().nullable(),
  sandbox: z.boolean(),
  subscribed_events: z.array(z.string()),
  secret_key: z.string().meta({ title: 'Secret key', secret: true }),
  scopes: z.array(z.string()),
  workspaces: z.array(z.string()),
  auto_retry: z.boolean(),
  enabled: z.boolean(),
  created_at: z.string(),
  updated_at: z.string().nullable(),
});

export type WebhookReply = z.output<typeof webhookReply>;
