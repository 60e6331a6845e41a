import * as z from 'zod';
import { unixTime } from './unixTime';

/** What somebody has put into a signature field. */
export const signatureReply = z.object({
  id: z.string(),
  user_id: z.string(),
  email: z.string(),
  page_number: z.string(),
  width: z.string(),
  height: z.string(),
  x: z.string(),
  y: z.string(),
  created: unixTime,
  data: z.string().optional(),
  signature_request_id: z.string().nullable().optional(),
  subtype: z.string().optional(),
  allow_editing: z.boolean().optional(),
  owner_as_recipient: z.boolean().nullable().optional(),
});
