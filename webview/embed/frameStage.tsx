import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { TextButton } from '../ui/controls/quietButton';

export interface FrameStageProps {
  /** Of the page, in pixels as it sees them itself. */
  readonly width: number;
  readonly children: ComponentChildren;
}

/** Below that nothing of a page can be recognised: it is scrolled instead. */
const leastScale = 0.2;

/** Where a page stands at its own width: made smaller as a whole where the editor is narrower, unless somebody wants its real size. */
export function FrameStage({ width, children }: FrameStageProps) {
  const stage = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(width);
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    const { current } = stage;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setRoom(roomIn(current)));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const fitting = Math.max(leastScale, Math.min(1, room / width));
  const scale = isWhole ? 1 : fitting;
  return (
    <div class="embed-place">
      {fitting < 1 && (
        <p class="embed-scale quiet" role="status">
          {t('{0} px wide, shown at {1} %', width, Math.round(scale * 100))}
          <TextButton onClick={() => setWhole(!isWhole)} action="toggleScale">
            {isWhole ? t('Fit into the editor') : t('Show at full size')}
          </TextButton>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the editor is scrolled to by keys, too. */}
      <section class="embed-stage" aria-label={t('Embedded page')} tabIndex={0} ref={stage}>
        <div class="embed-fit" style={{ '--wide': `${width}px`, '--scale': String(scale) }}>
          {children}
        </div>
      </section>
    </div>
  );
}

function roomIn(stage: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(stage);
  return stage.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
}
