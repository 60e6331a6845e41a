import { t } from '@vscode/l10n';
import type * as z from 'zod';
import type { Issue, Mend } from '../../../protocol/form';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { nearest } from '../../forms/wording/nearest';
import { isObject } from '../../json/jsonKinds';
import { shortened } from '../../quoting/shortened';
import { getAt, joinPointer, splitPointer } from '../../requests/pointer';
import { checkPiece } from '../checkPiece';
import type { Template, Use } from '../expressions/template';
import type { SourceText } from '../text/sourceText';
import { renaming, setting } from './mends';
import { labelOfPiece, noFieldOf, type PieceNoun } from './pieceWords';

export interface PieceKind<Schema extends z.ZodObject> {
  readonly schema: Schema;
  readonly noun: PieceNoun;
  /** Fields that 1.1 has here and that are not supported. */
  readonly newer?: readonly string[];
  /** What fields begin with that are missing, as far as anything can be said of it. */
  readonly starts?: (value: JsonObject, pointer: string) => Readonly<Record<string, JsonValue>>;
}

/** Gathers what is said of a file while it is read. */
export class Findings {
  readonly uses: Use[] = [];
  readonly #source: SourceText;
  readonly #issues: Issue[] = [];

  constructor(source: SourceText, issues: readonly Issue[] = []) {
    this.#source = source;
    this.#issues.push(...issues);
  }

  get issues(): readonly Issue[] {
    return this.#issues;
  }

  get hasErrors(): boolean {
    return this.#issues.some(({ severity }) => severity === 'error');
  }

  error(pointer: string, code: string, message: string, mend?: Mend): void {
    this.add({ pointer, code, message, severity: 'error', ...(mend && { mend }) });
  }

  warn(pointer: string, code: string, message: string, mend?: Mend): void {
    this.add({ pointer, code, message, severity: 'warning', ...(mend && { mend }) });
  }

  /** What the file holds at a pointer. */
  written(pointer: string): unknown {
    return getAt(this.#source.value, pointer);
  }

  add(issue: Issue): void {
    this.#issues.push({ ...issue, place: issue.place ?? this.#source.placeOf(issue.pointer) });
  }

  use(template: Template, pointer: string): void {
    this.uses.push({ template, pointer });
  }

  /** The object as its schema has it; undefined when it does not fit, which is then said. Its extensions are left out. */
  piece<Schema extends z.ZodObject>(
    { schema, noun, newer = [], starts }: PieceKind<Schema>,
    value: JsonValue | undefined,
    pointer: string,
  ): z.output<Schema> | undefined {
    if (!isObject(value)) {
      this.error(pointer, 'invalid_type', t('{0} must be an object.', labelOfPiece(noun)));
      return undefined;
    }
    const { known, renamed } = this.#knownFields(schema, noun, newer, value, pointer);
    const { data } = schema.safeParse(known);
    if (data !== undefined) return data;
    const issues = checkPiece(schema, known, pointer, labelOfPiece(noun));
    const told = issues.filter((issue) => !(issue.code === 'required' && renamed.has(issue.pointer)));
    const begun = starts?.(value, pointer) ?? {};
    for (const issue of told) {
      const mend = issue.code === 'required' ? mendWith(begun, issue.pointer) : undefined;
      this.add({ ...issue, severity: 'error', ...(mend && { mend }) });
    }
    return undefined;
  }

  #knownFields(schema: z.ZodObject, noun: PieceNoun, newer: readonly string[], value: JsonObject, pointer: string) {
    const { shape } = schema;
    const isOpen = schema.def.catchall !== undefined && schema.def.catchall._zod.def.type !== 'never';
    const renamed = new Set<string>();
    const known = Object.entries(value).filter(([name]) => {
      if (Object.hasOwn(shape, name)) return true;
      if (isOpen || name.startsWith('x-')) return false;
      const meant = nearest(
        name,
        Object.keys(shape).filter((field) => !Object.hasOwn(value, field)),
      );
      if (meant !== undefined) renamed.add(joinPointer(pointer, meant));
      const at = joinPointer(pointer, name);
      const mend = meant === undefined ? undefined : renaming(at, meant);
      this.error(at, 'unknown_key', unknownField(name, noun, newer, meant), mend);
      return false;
    });
    return { known: Object.fromEntries(known), renamed };
  }
}

function unknownField(name: string, noun: PieceNoun, newer: readonly string[], meant: string | undefined): string {
  if (newer.includes(name)) return t('"{0}" is of Arazzo 1.1 and not supported here.', name);
  const advice = meant === undefined ? t('Remove it, or begin its name with x-.') : t('Did you mean "{0}"?', meant);
  return `${noFieldOf(noun, shortened(name))} ${advice}`;
}

function mendWith(starts: Readonly<Record<string, JsonValue>>, pointer: string): Mend | undefined {
  const field = splitPointer(pointer).at(-1) ?? '';
  const value = Object.hasOwn(starts, field) ? starts[field] : undefined;
  return value === undefined ? undefined : setting(t('Add "{0}"', field), pointer, value);
}
