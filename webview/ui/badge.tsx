import type { ComponentChildren } from 'preact';

/** A count. Not the toolkit's, whose template has a style attribute, which the pages' policy forbids. */
export function Badge({ children }: { readonly children: ComponentChildren }) {
  return <span class="badge">{children}</span>;
}
