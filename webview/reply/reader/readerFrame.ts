import type { ReplyToHost } from '../../../src/protocol/messages';
import type { BodyLayout } from '../../../src/protocol/reply';
import type { Post } from '../../host';

/** What all that shows bodies is given. */
export interface ReaderFrame {
  readonly layout: BodyLayout;
  readonly onLayout: (layout: BodyLayout) => void;
  readonly post: Post<ReplyToHost>;
}
