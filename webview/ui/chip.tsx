import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

export type Tone = 'neutral' | 'good' | 'warning' | 'bad';

export interface ChipProps {
  readonly tone: Tone;
  readonly children: ComponentChildren;
  readonly icon?: IconName | undefined;
  readonly title?: string | undefined;
}

/** A short status. Tone is never the only sign: the text says the same. */
export function Chip({ tone, icon, title, children }: ChipProps) {
  return (
    <span class={`chip chip-${tone}`} title={title}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
}
