import type { Recipient } from '../../../core/documents';
import type { PreparedRequest, SigningLink } from '../../../core/operation';
import { requestFileOf } from '../../../core/requests/preparedRequest';
import { sendRequest } from '../../../core/sending/sendRequest';
import type { DocumentTarget } from '../../documents/resources';
import { linkRecipient } from '../../sending/linkRecipient';
import type { LiveServices } from '../liveServices';

/**
 * The page at which somebody signs, as far as there is one now. Where the API makes links by a call, one is made: through the
 * door and for the history, and shown by whoever asked for the page.
 */
export async function signingLinkOf(
  { sender }: Pick<LiveServices, 'sender'>,
  target: DocumentTarget,
  { signingPage, title, actions }: Recipient,
): Promise<SigningLink | undefined> {
  if (signingPage !== undefined) return { url: signingPage, recipient: title };
  const step = actions.find(makesLink);
  if (step === undefined) return undefined;
  const origin = { cause: 'tree', ...linkRecipient(step) } as const;
  const run = await sendRequest(await sender.door(undefined), requestFileOf(step, target.connection), origin);
  sender.record(run);
  return run.outcome.kind === 'replied'
    ? run.outcome.reading.links.find(({ opens }) => opens === undefined)
    : undefined;
}

export function makesLink({ verb, blocked, complete }: PreparedRequest): boolean {
  return verb === 'link' && blocked === undefined && complete === true;
}
