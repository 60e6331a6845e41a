import * as z from 'zod';

export const documentReply = z.object({
  id: z.string(),
  filename: z.string(),
  nature: z.string(),
  content_type: z.string(),
  sha256: z.string(),
  is_protected: z.boolean(),
  is_signed: z.boolean(),
  created_at: z.string(),
  total_pages: z.int().nullable(),
  is_locked: z.boolean(),
  initials: z.object({ alignment: z.string(), y: z.int() }).nullable(),
  total_anchors: z.int(),
});

export type DocumentReply = z.output<typeof documentReply>;
