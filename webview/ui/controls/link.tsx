import { provideVSCodeDesignSystem, vsCodeLink } from '@vscode/webview-ui-toolkit';
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon';
import { customElement } from './customElement';

provideVSCodeDesignSystem().register(vsCodeLink());

const Element = customElement<{
  readonly class: string;
  readonly href: string;
  readonly title: string | undefined;
  readonly onClick: (event: Event) => void;
  readonly children: ComponentChildren;
}>('vscode-link');

export interface LinkProps {
  readonly onClick: () => void;
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** Leads out of the editor. The host opens the address: the page never follows one by itself. */
export function Link({ onClick, title, children }: LinkProps) {
  const open = (event: Event) => {
    event.preventDefault();
    onClick();
  };
  return (
    <Element class="link" href="#" title={title} onClick={open}>
      {children}
      <Icon name="openExternal" />
    </Element>
  );
}
