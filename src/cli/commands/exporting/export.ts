import { writeNewFile } from '../../../headless/files/writeNewFile';
import { exportScenario } from '../../../headless/scenarios/exportScenario';
import type { ExportTarget } from '../../../headless/scenarios/exportTargets';
import { describeTranslationProblem } from '../../print/describeTranslationProblem';
import { paintFor } from '../../print/paint';
import { issueLine } from '../../print/scenarios/issueLine';
import { problemText } from '../../print/translationText';
import { type CommandArguments, exitCodes, type Surroundings } from '../../surroundings';
import { readPairs } from '../options/readVariables';

/** Writes a scenario for another tool, says what is different there, and returns the exit code. */
export async function exportFile(
  surroundings: Surroundings,
  { values, lists, flags }: CommandArguments,
  target: ExportTarget,
  file: string,
): Promise<number> {
  const paint = paintFor(surroundings);
  const { text, issues, said } = await exportScenario(surroundings, file, {
    target,
    workflow: values['workflow'],
    inputs: readPairs('--input', lists['input']),
    connection: values['connection'],
    baseUrl: values['base-url'],
  });
  for (const issue of issues) surroundings.err(issueLine(paint, issue));
  if (said !== undefined) surroundings.err(problemText(paint, said));
  if (text === undefined) return exitCodes.usage;
  const { out } = values;
  if (out === undefined) {
    surroundings.out(text);
    return 0;
  }
  const written = writeNewFile(surroundings.cwd, out, text, flags.has('overwrite'));
  if (written.kind === 'written') {
    surroundings.err(`Written to ${out}.\n`);
    return 0;
  }
  const problem = {
    file: out,
    ...(written.kind === 'exists' ? { kind: 'fileExists' as const } : { ...written, kind: 'unwritableFile' as const }),
  };
  surroundings.err(problemText(paint, describeTranslationProblem(problem)));
  return exitCodes.usage;
}
