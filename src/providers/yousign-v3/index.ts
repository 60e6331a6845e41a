import { defineProvider } from '../../kit/defineProvider';
import { production, sandbox } from '../../kit/environments';
import { about } from './about';
import { auth } from './auth';
import { failures } from './failures';
import { operations } from './operations/operations';

export const yousignV3 = defineProvider({
  ...about,
  environments: [
    sandbox('sandbox', 'Sandbox', 'https://api-sandbox.yousign.app/v3'),
    production('Production', 'https://api.yousign.app/v3'),
  ],
  auth,
  operations,
  failures,
  gaps: [
    'The texts of most errors, what 401, 403 and 404 say among them, and the rest of the list of types behind document.not_replaceable are not published.',
  ],
});
