import type { DocumentDetail } from '../../core/documents';
import type { Provider } from '../../core/provider';
import type { StoredBody } from '../../core/replies/shownBody';
import type { Run } from '../../core/sending/run';

/** The run that the reply panel shows, and where it comes from. */
export interface ShownRun {
  readonly run: Run;
  readonly provider: Provider;
  /** Set when the run comes from the history. */
  readonly stored?: StoredBody;
  /** The document of the reply as it is now, once it has changed. */
  readonly follows?: DocumentDetail;
}

/** Read-only documents of reply bodies. */
export const replyBodyScheme = 'esign-reply';

/** In the workspace's state: the id of the run that the panel showed last. Links are not kept with it. */
export const lastRunKey = 'esign.reply.run';
