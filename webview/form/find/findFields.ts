import { type PlacedField, placedFields } from '../../../src/protocol/filledFields';
import type { FormModel } from '../../../src/protocol/form';
import type { JsonObject } from '../../../src/protocol/json';

/** In a long list, whoever looks for a field finds it in the first items. */
const mostItems = 10;
const mostFound = 40;

/** The fields that a text may mean, filled, empty and hidden ones: by label first, then by key, then by what is said of them. */
export function findFields(model: FormModel, values: JsonObject, text: string): readonly PlacedField[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const found: { readonly at: PlacedField; readonly score: number }[] = [];
  for (const at of placedFields(model, values, mostItems)) {
    const score = scoreOf(at, wanted);
    if (score !== undefined) found.push({ at, score });
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
  return field.description?.toLowerCase().includes(wanted) ? 4 : undefined;
}
