/** Of one name the last value counts. No name is assigned, which `__proto__` would not bear. */
export function mergedRecords<Value>(records: readonly Readonly<Record<string, Value>>[]): Record<string, Value> {
  return Object.fromEntries(records.flatMap((record) => Object.entries(record)));
}
