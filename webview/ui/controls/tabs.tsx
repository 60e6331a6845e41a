import { provideVSCodeDesignSystem, vsCodePanels, vsCodePanelTab, vsCodePanelView } from '@vscode/webview-ui-toolkit';
import type { ComponentChildren, Ref } from 'preact';
import { useRef } from 'preact/hooks';
import { customElement } from './customElement';

provideVSCodeDesignSystem().register(vsCodePanels(), vsCodePanelTab(), vsCodePanelView());

interface PanelsElement extends HTMLElement {
  activeid: string;
}

const Panels = customElement<{
  readonly ref: Ref<PanelsElement>;
  readonly class: string;
  readonly activeid: string;
  readonly 'aria-label': string;
  readonly onChange: (event: Event) => void;
  readonly children: ComponentChildren;
}>('vscode-panels');
const PanelTab = customElement<{
  readonly id: string;
  readonly tabIndex: number;
  readonly children: ComponentChildren;
}>('vscode-panel-tab');
const PanelView = customElement<{ readonly id: string; readonly children: ComponentChildren }>('vscode-panel-view');

export interface Tab {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly content: () => ComponentChildren;
}

export interface TabsProps {
  readonly tabs: readonly Tab[];
  readonly label: string;
  /** Id of the open tab. */
  readonly active: string;
  readonly onActive: (id: string) => void;
}

/** Only the open tab has content: the others may be large. */
export function Tabs({ tabs, label, active, onActive }: TabsProps) {
  const element = useRef<PanelsElement>(null);
  const change = (event: Event) => {
    const chosen = event.target === element.current ? element.current?.activeid.replace(/^tab-/, '') : undefined;
    if (chosen !== undefined && chosen !== active) onActive(chosen);
  };
  return (
    <Panels ref={element} class="tabs" activeid={`tab-${active}`} aria-label={label} onChange={change}>
      {tabs.map((tab) => (
        // The toolkit lets them be focused a moment after they are drawn, which is too late for a focus that comes back.
        <PanelTab key={`tab-${tab.id}`} id={`tab-${tab.id}`} tabIndex={tab.id === active ? 0 : -1}>
          {tab.title}
        </PanelTab>
      ))}
      {tabs.map((tab) => (
        <PanelView key={`view-${tab.id}`} id={`view-${tab.id}`}>
          {tab.id === active && tab.content()}
        </PanelView>
      ))}
    </Panels>
  );
}
