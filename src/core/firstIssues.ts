import type * as z from 'zod';

export interface FirstIssues {
  readonly issues: readonly z.core.$ZodIssue[];
  /** Nothing more was looked for: there may be others. */
  readonly isCut: boolean;
  /** Items of lists were left out, so that nothing is known of them. */
  readonly isPart: boolean;
}

/**
 * What does not fit a schema, up to about so many issues. A list that is wrong throughout would give millions, so the
 * beginning of a long value is tried first; more of it only where too little is wrong with that, up to so many items.
 */
export function firstIssues(
  schema: z.ZodType,
  value: unknown,
  most: number,
  mostItems: number = Number.POSITIVE_INFINITY,
): FirstIssues {
  // Nothing could be shortened, and the schema library takes least time where it is asked for nothing else.
  if (!holdsList(value) && schema.safeParse(value).success) return nothing;
  let items = most;
  for (;;) {
    const beginning = beginningOf(value, Math.min(items, mostItems));
    const issues = issuesOf(schema, beginning);
    const first = issues.slice(0, most);
    if (beginning === value) return { issues: first, isCut: issues.length > most, isPart: false };
    if (issues.length >= most) return { issues: first, isCut: true, isPart: false };
    if (items >= mostItems) return { issues: first, isCut: false, isPart: true };
    items *= Math.min(mostGrowth, (2 * most) / Math.max(1, issues.length));
  }
}

const nothing: FirstIssues = { issues: [], isCut: false, isPart: false };

/** What is right is gone through about twice at most; where much is wrong, a little more of it is enough. */
const mostGrowth = 8;

/** Finding words for each issue takes the schema library longer than finding the issues, and nobody reads them. */
const wordless = { error: () => 'Invalid input' };

function issuesOf(schema: z.ZodType, value: unknown): readonly z.core.$ZodIssue[] {
  return schema.safeParse(value, wordless).error?.issues ?? [];
}

/** No schema asks for longer lists, so that one that was shortened is never too short. */
const leastOfEach = 100;

function holdsList(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  for (const key in value) if (holdsList((value as Readonly<Record<string, unknown>>)[key])) return true;
  return false;
}

/** The value with so many items of lists, all together; itself when it has no more. */
function beginningOf(value: unknown, most: number): unknown {
  let left = most;
  return shorten(value);

  function shorten(whole: unknown): unknown {
    if (typeof whole !== 'object' || whole === null) return whole;
    if (!Array.isArray(whole)) return shortenObject(whole);
    const kept = Math.min(whole.length, Math.max(left, leastOfEach));
    left -= kept;
    let items: unknown[] | undefined = kept === whole.length ? undefined : whole.slice(0, kept);
    for (let place = 0; place < kept; place += 1) {
      const short = shorten(whole[place]);
      if (short === whole[place]) continue;
      items ??= whole.slice(0, kept);
      items[place] = short;
    }
    return items ?? whole;
  }

  function shortenObject(whole: object): object {
    const changed: [string, unknown][] = [];
    for (const key of Object.keys(whole)) {
      const item = (whole as Readonly<Record<string, unknown>>)[key];
      // Scalars are most of a value, and are never changed.
      if (typeof item !== 'object') continue;
      const short = shorten(item);
      if (short !== item) changed.push([key, short]);
    }
    // fromEntries and spreading define properties instead of assigning them, so no key reaches a prototype.
    return changed.length === 0 ? whole : { ...whole, ...Object.fromEntries(changed) };
  }
}
