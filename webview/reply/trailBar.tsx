import { useEffect } from 'preact/hooks';
import type { ReplyToHost } from '../../src/protocol/messages';
import type { Trail } from '../../src/protocol/reply';
import type { Post } from '../host';
import { IconButton } from '../ui/controls/quietButton';

export interface TrailBarProps {
  readonly trail: Trail;
  readonly post: Post<ReplyToHost>;
}

/** Back to the replies that were shown before, and forth again: the next steps of each are still there. */
export function TrailBar({ trail: { back, forward }, post }: TrailBarProps) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const by = directionOf(event);
      if (by === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if ((by < 0 ? back : forward) !== undefined) post('go', { by });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [back, forward]);
  if (back === undefined && forward === undefined) return null;
  return (
    <nav class="trail" aria-label="Replies shown before">
      <IconButton
        icon="arrowLeft"
        label={back === undefined ? 'No reply before this one' : `Back to ${back} (Alt+Left)`}
        disabled={back === undefined}
        onClick={() => post('go', { by: -1 })}
        action="goBack"
      />
      <IconButton
        icon="arrowRight"
        label={forward === undefined ? 'No reply after this one' : `Forward to ${forward} (Alt+Right)`}
        disabled={forward === undefined}
        onClick={() => post('go', { by: 1 })}
        action="goForward"
      />
    </nav>
  );
}

function directionOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 1 | -1 | undefined {
  if (!altKey || ctrlKey || metaKey || shiftKey) return undefined;
  return key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : undefined;
}
