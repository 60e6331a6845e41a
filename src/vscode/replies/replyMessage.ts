import * as z from 'zod';
import type { ReplyToHost } from '../../protocol/messages';
import { messageParser } from '../shell/page/messageParser';

const index = z.int().min(0).max(100_000);

/** What the reply panel may say, undefined for anything else. */
export const parseReplyMessage = messageParser<ReplyToHost>({
  ready: {},
  cancel: {},
  openLink: { index },
  copyLink: { index },
  takeNextStep: { index },
  mend: { index },
  openSource: { index },
  sendAnyway: {},
  replay: {},
  editAndResend: {},
  copyAsCode: {},
  openBody: {},
  saveBody: {},
  openFile: {},
  revealBody: {},
  showPage: {},
  changeLimit: {},
});
