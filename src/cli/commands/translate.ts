import { formatRequestFile } from '../../core/requests/requestFile';
import { writeNewFile } from '../../headless/files/writeNewFile';
import { type TranslatedFile, translateFile } from '../../headless/translation/translateFile';
import { type CliTranslationProblem, describeTranslationProblem } from '../print/describeTranslationProblem';
import { paintFor } from '../print/paint';
import { printTranslation } from '../print/printTranslation';
import { problemText, translationText } from '../print/translationText';
import { type CommandArguments, exitCodes, type Surroundings } from '../surroundings';

/** Translates the request of a file, prints what came of it, and returns the exit code. */
export async function translate(surroundings: Surroundings, args: CommandArguments, file: string): Promise<number> {
  const { to, out } = args.values;
  const outcome = written(surroundings, args, await translateFile(surroundings, file, { to, out }));
  const paint = paintFor(surroundings);
  if (args.flags.has('json')) {
    surroundings.out(printTranslation(file, out, outcome));
  } else if (outcome.kind === 'translated') {
    surroundings.err(translationText(paint, file, outcome));
    if (out === undefined) surroundings.out(formatRequestFile(outcome.request));
    else surroundings.err(`Written to ${out}.\n`);
  } else {
    surroundings.err(problemText(paint, describeTranslationProblem(outcome)));
  }
  if (outcome.kind !== 'translated') return exitCodes.usage;
  return outcome.issues.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** What is not where it was asked for has not come about. */
function written(
  { cwd }: Surroundings,
  { values: { out }, flags }: CommandArguments,
  outcome: TranslatedFile | CliTranslationProblem,
): TranslatedFile | CliTranslationProblem {
  if (out === undefined || outcome.kind !== 'translated') return outcome;
  const file = writeNewFile(cwd, out, formatRequestFile(outcome.request), flags.has('overwrite'));
  if (file.kind === 'written') return outcome;
  return file.kind === 'exists'
    ? { kind: 'fileExists', file: out }
    : { kind: 'unwritableFile', file: out, reason: file.reason };
}
