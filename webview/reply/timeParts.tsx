import { t } from '@vscode/l10n';
import type { ReplyTiming } from '../../src/protocol/reply';
import { durationText } from '../../src/protocol/words/durationText';

export interface TimePartsProps {
  readonly durationMs: number;
  readonly timing: ReplyTiming;
}

/** How long it took; opened, what the time was spent on. */
export function TimeParts({ durationMs, timing }: TimePartsProps) {
  const parts = partsOf(timing);
  return (
    <details class="time-parts">
      <summary class="figure" title={t('From the first byte sent to the last byte received: what it was spent on')}>
        {durationText(durationMs)}
      </summary>
      <svg class="time-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ name, from, ms }) => (
          <rect
            key={name}
            class={`time-${name}`}
            x={share(from, durationMs)}
            width={share(ms, durationMs)}
            height="4"
          />
        ))}
      </svg>
      <dl>
        {parts.map(({ name, title, ms }) => (
          <div key={name}>
            <dt>
              <svg class="time-key" viewBox="0 0 8 8" aria-hidden="true">
                <rect class={`time-${name}`} width="8" height="8" />
              </svg>
              {title}
            </dt>
            <dd>{durationText(ms)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function titleOf(name: keyof ReplyTiming): string {
  switch (name) {
    case 'lookupMs':
      return t('Finding the host');
    case 'connectMs':
      return t('Connecting');
    case 'tlsMs':
      return t('Securing the connection');
    case 'waitingMs':
      return t('Sending and waiting');
    case 'downloadMs':
      return t('Receiving');
  }
}

const names = [
  'lookupMs',
  'connectMs',
  'tlsMs',
  'waitingMs',
  'downloadMs',
] as const satisfies readonly (keyof ReplyTiming)[];

/** In the order in which they came. */
function partsOf(timing: ReplyTiming) {
  let from = 0;
  return names.flatMap((name) => {
    const ms = timing[name];
    if (ms === undefined) return [];
    const part = { name: name.replace(/Ms$/, ''), title: titleOf(name), from, ms };
    from += ms;
    return [part];
  });
}

function share(ms: number, whole: number): number {
  return whole === 0 ? 0 : (100 * ms) / whole;
}
