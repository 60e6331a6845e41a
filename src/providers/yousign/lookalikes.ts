import * as z from 'zod';
import type { Lookalike } from '../../core/provider';

const any = z.unknown().optional();
const isOtherApi = 'v3 is another API, and this request goes to v2';

export const lookalikes: readonly Lookalike[] = [
  {
    title: 'the one of Yousign v3 that adds a signer',
    advice: isOtherApi,
    body: z.object({
      info: z.object({ first_name: any, last_name: any, email: any, phone_number: any, locale: any }).optional(),
      user_id: any,
      contact_id: any,
      insert_after_id: any,
      signature_level: any,
      signature_authentication_mode: any,
      fields: z
        .array(z.object({ type: any, document_id: any, page: any, x: any, y: any, width: any, height: any }))
        .optional(),
      redirect_urls: any,
      custom_text: any,
      delivery_mode: any,
    }),
  },
  {
    title: 'the one of Yousign v3 that creates a signature request',
    advice: isOtherApi,
    body: z.object({
      name: any,
      delivery_mode: any,
      ordered_signers: any,
      reminder_settings: any,
      timezone: any,
      expiration_date: any,
      external_id: any,
      branding_id: any,
      custom_experience_id: any,
      workspace_id: any,
      email_notification: any,
      documents: any,
      signers: any,
    }),
  },
];
