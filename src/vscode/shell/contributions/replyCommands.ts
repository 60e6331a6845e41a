import { contextKeys } from '../ids';
import { command } from './command';
import { key } from './when';

const { hasReply, hasLinks } = contextKeys;

export const replyCommands = {
  'esign.showReply': command({ title: 'Show Reply' }),
  'esign.copyAsCurl': command({ title: 'Copy Sent Request as cURL', palette: key(hasReply) }),
  'esign.openSigningLink': command({ title: 'Open Signing Link', palette: key(hasLinks) }),
  'esign.copySigningLink': command({ title: 'Copy Signing Link', palette: key(hasLinks) }),
};
