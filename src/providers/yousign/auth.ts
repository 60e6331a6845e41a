import { defineAuth } from '../../kit/auth/defineAuth';
import { apiKey } from '../../kit/auth/readyKinds';

export const auth = defineAuth({
  kinds: [
    apiKey({ title: 'API key', description: 'From the administration of the web app, one for each environment.' }),
  ],
});
