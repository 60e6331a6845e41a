import type { ComponentType } from 'preact';

/** A custom element as a component with typed attributes: the renderer takes a tag name wherever it takes a component. */
export function customElement<Attributes>(tag: string): ComponentType<Attributes> {
  return tag as unknown as ComponentType<Attributes>;
}
