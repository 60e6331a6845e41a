import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

export interface CalloutProps {
  readonly kind: 'info' | 'warning' | 'error';
  readonly children: ComponentChildren;
  readonly icon?: IconName;
}

export function Callout({ kind, icon = kind, children }: CalloutProps) {
  return (
    <div class={`callout callout-${kind}`}>
      <Icon name={icon} />
      <div class="callout-text">{children}</div>
    </div>
  );
}
