import type { Secret } from '../../core/sending/run';
import type { LoggedContent } from '../../protocol/pages/loggedContent';
import type { RequestLog } from './requestLog';
import { seenSecrets } from './seenSecrets';
import { showContent } from './showContent';

/** Headers and bodies of one request, masked now that somebody looks; undefined where they are not kept. */
export function tellRequest(
  log: RequestLog,
  number: number,
  accounts: () => readonly Secret[],
): LoggedContent | undefined {
  const content = log.content(number);
  if (content === undefined) return undefined;
  const known = [...accounts(), ...seenSecrets(log.contents())];
  return { number, ...showContent(content, known) };
}
