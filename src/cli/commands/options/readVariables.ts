import { UsageError } from '../../surroundings';

/** The variables of a request from `--var name=value`; of one name given twice the last counts. */
export function readVariables(given?: readonly string[]): Readonly<Record<string, string>> {
  return readPairs('--var', given);
}

/** Names and values of an option that is given once for each. */
export function readPairs(option: string, given: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.map((text) => {
      const [, name, value] = /^([\w.-]+)=(.*)$/s.exec(text) ?? [];
      if (name === undefined || value === undefined) {
        throw new UsageError(`${option} needs a name and a value, such as ${option} order=1, not "${text}".`);
      }
      return [name, value];
    }),
  );
}
