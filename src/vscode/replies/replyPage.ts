import { replyText } from '../../core/http';
import { runMasker } from '../../core/secrets/runMasker';
import { columnBesideReply } from '../shell/columnBesideReply';
import { openForeignPage } from '../shell/page/foreignPage';
import type { ShownRun } from './shownRun';

/** Shows a page that a server answered, with secrets masked. */
export function showPage({ run, provider }: ShownRun): void {
  if (run.outcome.kind !== 'replied') return;
  const { text } = runMasker(run, provider).body(replyText(run.outcome.reply), { side: 'reply', most: mostOfPage });
  openForeignPage(text, columnBesideReply());
}

/** In characters. */
const mostOfPage = 1_000_000;
