import { shownHost, shownPlace } from '../../../core/addresses/webAddress';
import { customEnvironmentId } from '../../../core/connections/connection';
import type { Provider } from '../../../core/provider';
import type { JsonObject } from '../../../protocol/json';

interface Suggested {
  readonly title: string;
  /** What ids are made of. */
  readonly short: string;
}

/** A name that says environment and host, and that no other connection of the API has. */
export function suggestedTitle(
  { environments }: Provider,
  { environment, baseUrl }: JsonObject,
  taken: readonly string[],
): Suggested {
  const known = environments.find(({ id }) => id === environment);
  if (known !== undefined) {
    return { title: free([known.title, shownHost(known.baseUrl)].join(' · '), taken), short: known.title };
  }
  const place = environment === customEnvironmentId && typeof baseUrl === 'string' ? shownPlace(baseUrl) : undefined;
  if (place === undefined) return { title: '', short: '' };
  return { title: free(place, taken), short: place };
}

function free(title: string, taken: readonly string[]): string {
  if (!taken.includes(title)) return title;
  let number = 2;
  while (taken.includes(`${title} (${number})`)) number += 1;
  return `${title} (${number})`;
}
