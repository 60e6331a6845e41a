import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseBaseUrl } from '../../../core/addresses/baseUrl';
import { withoutAccount } from '../../../core/addresses/webAddress';
import { importText } from '../../../core/portable/importing/plannedFiles';
import { quotable } from '../../../core/quoting/oneLine';
import { type ImportedFiles, importFiles } from '../../../headless/portable/importFiles';
import { type CommandArguments, exitCodes, type Surroundings, UsageError } from '../../surroundings';

/** Imports the files, prints what came of them, and returns the exit code. */
export async function importForeign(surroundings: Surroundings, args: CommandArguments): Promise<number> {
  const { out, 'base-url': baseUrl } = args.values;
  const base = baseUrl === undefined ? undefined : parseBaseUrl(baseUrl);
  if (base?.kind === 'refused') {
    throw new UsageError(`--base-url "${quotable(withoutAccount(baseUrl ?? ''))}" cannot be used: ${base.reason}.`);
  }
  if (out !== undefined && statSync(resolve(surroundings.cwd, out), { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(`--out ${out}: It is no folder. Name one; it is made where there is none.`);
  const outcome = await importFiles(surroundings, args.positionals, { out, baseUrl });
  surroundings.out(args.flags.has('json') ? jsonOf(outcome, out) : textOf(outcome, out));
  if (outcome.failed.length > 0 || outcome.files.length === 0) return exitCodes.usage;
  return outcome.report.leftOut.length > 0 ? 1 : 0;
}

function textOf({ report, files, failed }: ImportedFiles, out: string | undefined): string {
  const lines = failed.map(({ file, reason }) => `${file}: ${reason}\n`).join('');
  const next = out === undefined && files.length > 0 ? '\nNothing was written yet: --out DIR writes the files.\n' : '';
  return `${lines}${importText(files, report)}${next}`;
}

function jsonOf({ report, files, failed }: ImportedFiles, out: string | undefined): string {
  const { variables, openVariables, leftOut } = report;
  const isWritten = (file: string) => !failed.some((one) => one.file === file);
  const requests = files.map(({ name, imported: { title, operation, request, remarks } }) => {
    const file = out === undefined ? undefined : join(out, name);
    const { connection, written: _written, ...values } = request;
    return {
      file: file !== undefined && isWritten(file) ? file : null,
      title,
      operation: operation.id,
      connection,
      request: { ...values, connection },
      remarks,
    };
  });
  return `${JSON.stringify({ requests, variables, openVariables, leftOut, failed }, undefined, 2)}\n`;
}
