import * as z from 'zod';
import type { Lookalike } from '../../core/provider';

const any = z.unknown().optional();

export const lookalikes: readonly Lookalike[] = [
  {
    title: 'the ordinary invite (POST /document/{document_id}/invite)',
    advice: 'embedded invites list their signers in "invites"',
    body: z.object({
      from: any,
      to: z.union([
        z.string(),
        z.array(
          z.object({
            email: any,
            role: any,
            role_id: any,
            order: any,
            reassign: any,
            decline_by_signature: any,
            reminder: any,
            expiration_days: any,
            subject: any,
            message: any,
          }),
        ),
      ]),
      cc: z.array(z.union([z.string(), z.object({ email: any })])).optional(),
      subject: any,
      message: any,
      cc_subject: any,
      cc_message: any,
      expiration_days: any,
      on_complete: any,
      viewers: any,
    }),
  },
];
