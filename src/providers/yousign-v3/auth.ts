import { defineAuth } from '../../kit/auth/defineAuth';
import { apiKey } from '../../kit/auth/readyKinds';

export const auth = defineAuth({
  kinds: [apiKey({ title: 'API key', description: 'Made in the web app; each belongs to one environment.' })],
});
