import type { SigningLink } from '../operation';

type Named = Pick<SigningLink, 'recipient'>;

/** Places of links, those first of whom the reply before had one: whoever goes on does so with the same person. */
export function nearestLinks(links: readonly Named[], before: readonly Named[]): readonly number[] {
  const known = new Set(before.flatMap(({ recipient }) => recipient ?? []));
  const isNear = ({ recipient }: Named): boolean => recipient !== undefined && known.has(recipient);
  const near = links.flatMap((link, index) => (isNear(link) ? [index] : []));
  return [...near, ...links.flatMap((_, index) => (near.includes(index) ? [] : [index]))];
}
