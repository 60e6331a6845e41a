import { provideVSCodeDesignSystem, vsCodeButton } from '@vscode/webview-ui-toolkit';
import type { ComponentChildren } from 'preact';
import { customElement } from './customElement';
import { Icon, type IconName } from './icon';

provideVSCodeDesignSystem().register(vsCodeButton());

const Element = customElement<{
  readonly class: string;
  readonly appearance: 'primary' | 'secondary';
  readonly disabled: boolean;
  readonly title: string | undefined;
  readonly onClick: () => void;
  readonly 'data-action': string | undefined;
  readonly children: ComponentChildren;
}>('vscode-button');

export interface ButtonProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly icon?: IconName;
  readonly title?: string | undefined;
  /** Marks the button for scripts and tests, whatever its text is. */
  readonly action?: string;
}

export function Button({ onClick, children, primary = false, disabled = false, icon, title, action }: ButtonProps) {
  return (
    <Element
      class="button"
      appearance={primary ? 'primary' : 'secondary'}
      disabled={disabled}
      title={title}
      onClick={() => !disabled && onClick()}
      data-action={action}
    >
      {icon && <Icon name={icon} slot="start" />}
      {children}
    </Element>
  );
}
