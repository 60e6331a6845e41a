import { readFile, stat } from 'node:fs/promises';
import * as z from 'zod';
import { errorCode } from '../../../core/typing/errorCode';
import { emulatorProduct } from '../../../emulator/control';
import { StateProblem } from './stateProblem';

const fileForm = 1;

const byProvider = z.record(z.string(), z.unknown());
const fileBody = z.object({
  product: z.literal(emulatorProduct),
  file: z.literal('state'),
  form: z.literal(fileForm),
  writtenAt: z.string(),
  states: byProvider,
  worlds: z.record(z.string(), byProvider),
});

/** Snapshots by provider, and the same in each world. */
export type StateFileContent = Pick<z.output<typeof fileBody>, 'states' | 'worlds'>;

/** More than one text can hold. */
const mostBytes = 400 * 1024 * 1024;

/** Undefined where there is no file yet. Whatever else is there is kept, and said. */
export async function readStateFile(place: string): Promise<StateFileContent | undefined> {
  const text = await textOf(place);
  if (text === undefined) return undefined;
  const value = parsed(text, place);
  const form = z.object({ file: z.literal('state'), form: z.number() }).safeParse(value).data?.form;
  if (form !== undefined && form > fileForm) {
    throw new StateProblem(
      `${place} was written by a newer version of the product: it has the form ${form}, and this one reads ${fileForm}.`,
      'Use that version, or name another file.',
    );
  }
  const read = fileBody.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` at "${issue.path.join('.')}"`;
  throw new StateProblem(`${place} is no state of emulators${where}.`, elsewhere);
}

/** The text of a file, in pieces: one could be longer than a text may be. */
export function* stateText({ states, worlds }: StateFileContent, writtenAt: Date): Iterable<string> {
  const head = { product: emulatorProduct, file: 'state', form: fileForm, writtenAt: writtenAt.toISOString() };
  yield `${JSON.stringify(head).slice(0, -1)},"states":`;
  yield* members(states, snapshotText);
  yield ',"worlds":';
  yield* members(worlds, (world) => members(world, snapshotText));
  yield '}\n';
}

function* members<Value>(values: Readonly<Record<string, Value>>, write: (value: Value) => Iterable<string>) {
  let before = '{';
  for (const [name, value] of Object.entries(values)) {
    yield `${before}\n${JSON.stringify(name)}:`;
    yield* write(value);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function* snapshotText(snapshot: unknown): Iterable<string> {
  yield JSON.stringify(snapshot);
}

/** What is done about a file that stays as it is. */
export const elsewhere = 'It was left as it is. Move it away to begin anew, or name another file.';

async function textOf(place: string): Promise<string | undefined> {
  try {
    const stats = await stat(place);
    if (!stats.isFile()) throw new StateProblem(`${place} is no file.`, 'Name a file.');
    if (stats.size > mostBytes) {
      throw new StateProblem(`${place} is larger than ${mostBytes} bytes.`, elsewhere);
    }
    return await readFile(place, 'utf8');
  } catch (error: unknown) {
    if (error instanceof StateProblem) throw error;
    const code = errorCode(error);
    if (code === 'ENOENT') return undefined;
    throw new StateProblem(`${place} cannot be read (${code ?? 'unknown'}).`, 'Check who may read it.');
  }
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StateProblem(`${place} is no whole JSON: it was cut or edited.`, elsewhere);
  }
}
