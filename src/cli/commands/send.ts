import { variablesWarnings } from '../../headless/environment/workspaceVariables';
import { OutFile } from '../../headless/files/outFile';
import { type SendFileOptions, type SentFile, sendFile, sendFiles } from '../../headless/sendFile';
import { paintFor } from '../print/paint';
import { printReport, printReports } from '../print/printReport';
import { sendText } from '../print/sendText';
import { type CommandArguments, exitCodes, type Surroundings } from '../surroundings';
import { exitCodeOf, worstCode } from './exitCode';
import { readRetries } from './options/readRetries';
import { readVariables } from './options/readVariables';

/** Sends the requests of files, prints what came of them, and returns the exit code. */
export async function send(surroundings: Surroundings, args: CommandArguments): Promise<number> {
  const [file, ...others] = args.positionals;
  const options = readOptions(surroundings, args);
  for (const warning of variablesWarnings(surroundings.cwd)) surroundings.err(`${warning}\n`);
  const asJson = args.flags.has('json');
  const occupant = options.out?.occupant;
  if (occupant === 'noFile') {
    surroundings.err(`Nothing was sent: ${args.values['out']} is no regular file.\n`);
    return exitCodes.usage;
  }
  if (occupant === 'file' && !args.flags.has('overwrite')) {
    surroundings.err(`Nothing was sent: ${args.values['out']} exists already. Add --overwrite to replace it.\n`);
    return exitCodes.usage;
  }
  if (file !== undefined && others.length === 0) {
    const sent = await sendFile(surroundings, file, options);
    if (asJson) surroundings.out(printReport(file, sent));
    else show(surroundings, sent, args.values['out']);
    return exitCodeOf(sent);
  }
  const sent = await sendFiles(surroundings, args.positionals, options);
  const named = args.positionals.flatMap((name, index) => {
    const one = sent[index];
    return one === undefined ? [] : [[name, one] as const];
  });
  if (asJson) surroundings.out(printReports(named));
  for (const [name, one] of asJson ? [] : named) {
    surroundings.err(`${paintFor(surroundings).bold(name)}\n`);
    show(surroundings, one);
  }
  return worstCode(sent.map(exitCodeOf));
}

function readOptions({ signal, cwd, err }: Surroundings, { flags, values, lists }: CommandArguments): SendFileOptions {
  return {
    cause: 'commandLine',
    connection: values['connection'],
    baseUrl: values['base-url'],
    variables: readVariables(lists['var']),
    // Who starts the command says beforehand that it is meant.
    isAgreed: flags.has('yes'),
    force: flags.has('force'),
    signal,
    retries: readRetries(values['retry']),
    onRetry: (text) => err(`${text}\n`),
    out: values['out'] === undefined ? undefined : new OutFile(cwd, values['out']),
  };
}

function show(surroundings: Surroundings, sent: SentFile, out?: string): void {
  const { result, notes } = sendText(paintFor(surroundings), sent, { ...surroundings, out });
  if (notes !== '') surroundings.err(notes);
  if (result !== '') surroundings.out(result);
}
