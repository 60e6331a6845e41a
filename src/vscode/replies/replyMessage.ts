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
  signByLink: { index },
  embedLink: { index },
  takeNextStep: { index },
  takeNextSteps: { indexes: z.array(index).max(1000) },
  go: { by: z.union([z.literal(1), z.literal(-1)]) },
  mend: { index },
  openSource: { index },
  waysToFail: {},
  sendAnyway: {},
  replay: {},
  editAndResend: {},
  copyAsCode: {},
  diagnose: {},
  openBody: { side: z.enum(['reply', 'request']), pointer: z.string().max(10_000), find: z.string().max(10_000) },
  copyText: { what: z.enum(['value', 'expression', 'pointer', 'jsonPath']), text: z.string().max(2_000_000) },
  setLayout: { wrap: z.boolean(), raw: z.boolean() },
  saveBody: {},
  openFile: {},
  revealBody: {},
  showPage: {},
  changeLimit: { limit: z.enum(['maxReplyMegabytes', 'connectTimeoutSeconds', 'totalTimeoutSeconds']) },
  copyDifferences: {},
  saveDifferences: {},
});
