import * as z from 'zod';
import type { JourneyToHost } from '../../../protocol/messages';
import { messageParser } from '../../shell/page/messageParser';

const index = z.int().min(0).max(100_000);

/** What the picture of a journey may say, undefined for anything else. */
export const parseJourneyMessage = messageParser<JourneyToHost>({
  ready: {},
  chooseWorkflow: { workflowId: z.string() },
  run: {},
  revealStep: { index },
  openReply: { index },
  copyText: {},
  copyDiagram: {},
});
