import { provideVSCodeDesignSystem, vsCodeProgressRing } from '@vscode/webview-ui-toolkit';
import { customElement } from './controls/customElement';

provideVSCodeDesignSystem().register(vsCodeProgressRing());

const Element = customElement<{ readonly class: string; readonly 'aria-label': string }>('vscode-progress-ring');

export function ProgressRing({ label, small = false }: { readonly label: string; readonly small?: boolean }) {
  return <Element class={small ? 'ring ring-small' : 'ring'} aria-label={label} />;
}
