import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  isSecret,
  readVariablesFile,
  type Variables,
  type VariablesFile,
  variablesFor,
} from '../../core/requests/references/variablesFile';
import { variablesFileName } from '../../core/requests/references/variablesFileName';
import { readRequestText } from '../readRequestText';
import type { Workplace } from '../workplace';

type Place = Pick<Workplace, 'cwd' | 'fileVariables'>;

/** What `{{name}}` stands for on a connection besides what the command says: by the file of the folder, then by `.env`. */
export function workspaceVariables({ cwd, fileVariables = {} }: Place, connection: string): Variables {
  const file = readHere(cwd);
  return { ...plainOnes(fileVariables), ...(file && variablesFor(file, connection)) };
}

/** What is not taken from the file of the folder, in lines for people. */
export function variablesWarnings(cwd: string): readonly string[] {
  return (readHere(cwd)?.faults ?? []).map(({ message }) => `${variablesFileName}: ${message}`);
}

function readHere(cwd: string): VariablesFile | undefined {
  if (!existsSync(path.join(cwd, variablesFileName))) return undefined;
  const content = readRequestText(cwd, variablesFileName);
  if (content.kind === 'text') return readVariablesFile(content.text);
  return { shared: {}, byConnection: {}, faults: [{ pointer: '', message: content.detail }] };
}

/** Credentials are none of a request's values. */
function plainOnes(variables: Variables): Variables {
  return Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => !name.startsWith('ESIGN_') && !isSecret(name, value)),
  );
}
