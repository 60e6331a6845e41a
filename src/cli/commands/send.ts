import { sendFile } from '../../headless/sendFile';
import { paintFor } from '../print/paint';
import { printReport } from '../print/printReport';
import { sendText } from '../print/sendText';
import type { CommandArguments, Surroundings } from '../surroundings';
import { exitCodeOf } from './exitCode';
import { readVariables } from './readVariables';

/** Sends the request of a file, prints what came of it, and returns the exit code. */
export async function send(surroundings: Surroundings, args: CommandArguments, file: string): Promise<number> {
  const { flags, values, lists } = args;
  const sent = await sendFile(surroundings, file, {
    cause: 'commandLine',
    connection: values['connection'],
    baseUrl: values['base-url'],
    variables: readVariables(lists['var']),
    // Who starts the command says beforehand that it is meant.
    isAgreed: flags.has('yes'),
    force: flags.has('force'),
    signal: surroundings.signal,
  });
  if (flags.has('json')) {
    surroundings.out(printReport(file, sent));
  } else {
    const { result: text, notes } = sendText(paintFor(surroundings), sent, surroundings);
    if (notes !== '') surroundings.err(notes);
    if (text !== '') surroundings.out(text);
  }
  return exitCodeOf(sent);
}
