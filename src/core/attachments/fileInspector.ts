import type { Issue } from '../../protocol/form';
import type { Operation, RequestValues } from '../operation';
import { holdsReference } from '../requests/references/reference';
import { attachmentOf } from './attachment';
import { isDataUri } from './dataUri';
import { type FileFieldValue, fileFields, loadFile } from './loadFiles';
import { type FileSystem, findNamedFile, type Roots, readNamedFile } from './namedFile';

/** What a file field would take if the request were sent now. */
export interface Inspection {
  readonly pointer: string;
  /** Undefined when it would take nothing. */
  readonly text: string | undefined;
  /** An error for what sending would refuse as well. */
  readonly issues: readonly Issue[];
}

/** Looks at the files of a request while it is written. What did not change is not read again. */
export class FileInspector {
  #known: ReadonlyMap<string, Inspection> = new Map();

  async inspect(
    files: FileSystem,
    roots: Roots,
    operation: Operation,
    values: RequestValues,
  ): Promise<readonly Inspection[]> {
    const written = fileFields(operation, values).filter(({ value }) => !holdsReference(value));
    const inspected = await Promise.all(
      written.map(async (field) => {
        const key = `${field.pointer}\n${await stampOf(files, roots, field)}`;
        const known = this.#known.get(key);
        return [key, known ?? (await inspectField(files, roots, field))] as const;
      }),
    );
    this.#known = new Map(inspected);
    return inspected.map(([, inspection]) => inspection);
  }
}

/** The issues of a request with those of its files. What is an error already is not said twice. */
export function withFileIssues(issues: readonly Issue[], inspections: readonly Inspection[]): readonly Issue[] {
  const wrong = new Set(issues.flatMap(({ pointer, severity }) => (severity === 'error' ? [pointer] : [])));
  return [...issues, ...inspections.flatMap((one) => (wrong.has(one.pointer) ? [] : one.issues))];
}

async function inspectField(files: FileSystem, roots: Roots, field: FileFieldValue): Promise<Inspection> {
  const { pointer } = field;
  const file = await loadFile(field, (name) => readNamedFile(files, roots, name));
  if ('problem' in file) {
    const { path, reason } = file.problem;
    const isName = field.value.trim() !== '' && !isDataUri(field.value);
    const message = isName ? `${path}: ${reason}` : reason;
    return { pointer, text: undefined, issues: [{ pointer, code: 'unreadable_file', message, severity: 'error' }] };
  }
  const { text, warnings } = attachmentOf(pointer, file);
  return { pointer, text, issues: warnings };
}

/** Changes when the field would take something else. */
async function stampOf(files: FileSystem, roots: Roots, { value }: FileFieldValue): Promise<string> {
  if (isDataUri(value)) return value;
  const found = await findNamedFile(files, roots, value);
  return found.kind === 'found'
    ? `${value}\n${found.place}\n${await files.stampOf(found.place)}`
    : `${value}\n${found.reason}`;
}
