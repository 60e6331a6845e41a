import { type PlacedField, placedFields } from '../../../src/protocol/filledFields';
import type { FormModel } from '../../../src/protocol/form';
import type { JsonObject } from '../../../src/protocol/json';

/** In a long list, whoever looks for a field finds it in the first items, and whoever looks for a value in any. */
const mostItems = 10;
const mostLookedInto = 2000;
const mostFound = 40;

/**
 * The fields that a text may mean, filled, empty and hidden ones: by label first, then by key, then by their values, then by
 * what is said of them.
 */
export function findFields(model: FormModel, values: JsonObject, text: string): readonly PlacedField[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const found: { readonly at: PlacedField; readonly score: number }[] = [];
  const byName = new Set<string>();
  for (const at of placedFields(model, values, mostItems)) {
    const score = scoreOf(at, wanted);
    if (score === undefined) continue;
    byName.add(at.pointer);
    found.push({ at, score });
  }
  for (const at of placedFields(model, values, mostLookedInto)) {
    if (holdsText(at, wanted) && !byName.has(at.pointer)) found.push({ at, score: scoreOfValue });
  }
  return found
    .sort((one, other) => one.score - other.score)
    .slice(0, mostFound)
    .map(({ at }) => at);
}

function scoreOf({ field }: PlacedField, wanted: string): number | undefined {
  const label = field.label.toLowerCase();
  if (label.startsWith(wanted)) return label === wanted ? 0 : 1;
  if (label.includes(wanted)) return 2;
  if (field.key.toLowerCase().includes(wanted)) return 3;
  return field.description?.toLowerCase().includes(wanted) ? scoreOfValue + 1 : undefined;
}

const scoreOfValue = 4;

/** Whether the value is among what is looked for. A secret is not looked into. */
export function holdsText({ field, value }: PlacedField, text: string): boolean {
  if (field.kind === 'text' && field.secret) return false;
  const wanted = text.trim().toLowerCase();
  const isShown = typeof value === 'string' || typeof value === 'number';
  return isShown && wanted !== '' && String(value).toLowerCase().includes(wanted);
}
