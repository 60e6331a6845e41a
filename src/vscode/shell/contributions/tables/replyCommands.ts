import { contextKeys } from '../../ids';
import { command, shortcut } from '../command';
import { commandIds } from '../commandIds';
import { key } from '../when';

const { hasReply, hasLinks } = contextKeys;

export const replyCommands = {
  [commandIds.showReply]: command({ keys: [shortcut('r')], title: 'Show Reply' }),
  [commandIds.takeNextStep]: command({ title: 'Take Next Step…', palette: key(hasReply), keys: [shortcut('e')] }),
  [commandIds.copyAsCurl]: command({ title: 'Copy Sent Request as cURL', palette: key(hasReply) }),
  [commandIds.openSigningLink]: command({ keys: [shortcut('l')], title: 'Open Signing Link', palette: key(hasLinks) }),
  [commandIds.copySigningLink]: command({ title: 'Copy Signing Link', palette: key(hasLinks) }),
};
