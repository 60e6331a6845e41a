import { parseArgs } from 'node:util';
import { nearest } from '../core/forms/wording/nearest';
import { type Command, type CommandArguments, type CommandOption, UsageError } from './surroundings';

/** Throws a UsageError for options that the command does not have and for values that are missing. */
export function parseArguments(command: Pick<Command, 'options'>, args: readonly string[]): CommandArguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      command.options.map(({ name, type }) => [name, { type: type === 'boolean' ? type : 'string' }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const flags = new Set<string>();
  const values: Record<string, string> = {};
  const lists: Record<string, string[]> = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = findOption(command.options, token.name, token.rawName);
    if (option.type === 'boolean') {
      if (token.value !== undefined) throw new UsageError(`${token.rawName} takes no value.`);
      flags.add(option.name);
    } else if (option.type === 'list') {
      lists[option.name] = [...(lists[option.name] ?? []), textOf(token)];
    } else {
      values[option.name] = textOf(token);
    }
  }
  return { flags, values, lists, positionals };
}

function findOption(options: readonly CommandOption[], name: string, rawName: string): CommandOption {
  const option = options.find((candidate) => candidate.name === name);
  if (option !== undefined) return option;
  const meant = nearest(
    name,
    options.map((candidate) => candidate.name),
  );
  throw new UsageError(`There is no option ${rawName}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`);
}

function textOf(token: { rawName: string; value?: string | undefined; inlineValue?: boolean | undefined }): string {
  const isNextOption = token.inlineValue === false && token.value?.startsWith('--');
  if (token.value === undefined || token.value === '' || isNextOption) {
    throw new UsageError(`${token.rawName} needs a value.`);
  }
  return token.value;
}
