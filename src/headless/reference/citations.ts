import { isWebAddress } from '../../core/addresses/webAddress';
import type { Provider } from '../../core/provider';
import { markdown } from './markdown';

/** The numbered list of everything that a page cites. */
export interface Citations {
  /** A link to the entry of a source: `[3](…)`. */
  cite(source: string): string;
  /** The list itself. */
  readonly list: string;
}

export function citationsOf({
  docs,
  environments,
  operations,
  failures,
  absent = [],
  disputes = [],
  webhooks,
}: Provider): Citations {
  const sources = [
    ...new Set([
      docs,
      ...environments.flatMap(({ limits }) => limits?.source ?? []),
      ...operations.map((operation) => operation.docs),
      ...failures.map(({ source }) => source),
      ...absent.map(({ source }) => source),
      ...(webhooks === undefined ? [] : [webhooks.source, webhooks.rules.source ?? webhooks.source]),
      ...disputes.flatMap(({ says }) => says.map(({ source }) => source)),
    ]),
  ];
  return {
    cite: (source) => markdown.link(String(sources.indexOf(source) + 1), '#sources'),
    list: sources.map((source, index) => `${index + 1}. ${sourceText(source)}`).join('\n'),
  };
}

function sourceText(source: string): string {
  return isWebAddress(source) ? `<${source}>` : markdown.prose(source);
}
