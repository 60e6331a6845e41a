import { quotable } from './oneLine';
import { shortened } from './shortened';

/** Of a name or an address. */
export const longestFact = 300;
/** Of one thing that is said of a value. */
export const longestIssue = 1_000;

/** Of sentences that were made from what is known of the fault. */
const longestDetail = 4_000;
const mostNames = 20;
const sentences: Readonly<Record<string, number>> = {
  detail: longestDetail,
  reason: longestDetail,
  nextStep: longestIssue,
  opening: longestIssue,
};
const unquoted: ReadonlySet<string> = new Set(['kind', 'pointer', 'url', 'issues']);

/**
 * A problem whose names and addresses may be quoted: files, settings and servers wrote them, and each of them stands in
 * one line, in a size that can be read.
 */
export function quotableFacts<Facts extends object>(problem: Facts): Facts {
  const facts = Object.entries(problem).map(([name, fact]) => [name, quotableFact(name, fact)]);
  return Object.fromEntries(facts) as Facts;
}

function quotableFact(name: string, fact: unknown): unknown {
  if (unquoted.has(name)) return fact;
  if (typeof fact === 'string') {
    const longest = sentences[name];
    return longest === undefined ? quotable(fact, longestFact) : shortened(fact, longest);
  }
  if (!Array.isArray(fact)) return fact;
  return fact.slice(0, mostNames).map((one) => (typeof one === 'string' ? quotable(one, longestFact) : one));
}
