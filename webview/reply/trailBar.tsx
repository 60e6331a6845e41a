import { t } from '@vscode/l10n';
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
    <nav class="trail" aria-label={t('Replies shown before')}>
      <IconButton
        icon="arrowLeft"
        label={back === undefined ? t('No reply before this one') : t('Back to {0} (Alt+Left)', back)}
        disabled={back === undefined}
        onClick={() => post('go', { by: -1 })}
        action="goBack"
      />
      <IconButton
        icon="arrowRight"
        label={forward === undefined ? t('No reply after this one') : t('Forward to {0} (Alt+Right)', forward)}
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
