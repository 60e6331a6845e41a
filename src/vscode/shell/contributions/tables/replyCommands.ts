import { contextKeys } from '../../ids';
import { command, shortcut } from '../command';
import { key } from '../when';

const { hasReply, hasLinks } = contextKeys;

export const replyCommands = {
  'esign.showReply': command({ keys: [shortcut('r')], title: 'Show Reply' }),
  'esign.takeNextStep': command({ title: 'Take Next Step…', palette: key(hasReply), keys: [shortcut('e')] }),
  'esign.copyAsCurl': command({ title: 'Copy Sent Request as cURL', palette: key(hasReply) }),
  'esign.openSigningLink': command({ keys: [shortcut('l')], title: 'Open Signing Link', palette: key(hasLinks) }),
  'esign.copySigningLink': command({ title: 'Copy Signing Link', palette: key(hasLinks) }),
};
