import { t } from '@vscode/l10n';
import type { FormField, FormModel } from './form';
import { segmentsOf } from './pointer';

type Sections = Pick<FormModel, 'sections'>;

/** A place of the request in the words of the form: "Signer 2 › E-mail". */
export function pointerTitle({ sections }: Sections, pointer: string): string {
  const [sectionId = '', ...rest] = segmentsOf(pointer);
  const section = sections.find(({ id }) => id === sectionId);
  if (!section) return [frameTitle(sectionId), ...rest].join(' › ');
  const steps = stepsIn(section.fields, rest);
  if (steps.length === 0) return section.title;
  // A list is named by its items.
  const named = steps.filter(({ isList }, index) => !(isList && steps[index + 1]?.isItem));
  return named.map(({ title }) => title).join(' › ');
}

/** Where a place stands in the form: positions from the section to the field. What is around the sections is above. */
export function pointerPosition({ sections }: Sections, pointer: string): readonly number[] {
  const [sectionId, ...rest] = segmentsOf(pointer);
  const index = sections.findIndex(({ id }) => id === sectionId);
  return [index, ...stepsIn(sections[index]?.fields ?? [], rest).map(({ position }) => position)];
}

/** What stands around the sections of a request. */
function frameTitle(key: string): string {
  switch (key) {
    case '':
      return t('Request');
    case 'operation':
      return t('Operation');
    case 'connection':
      return t('Connection');
    default:
      return key;
  }
}

interface Step {
  readonly title: string;
  /** Among its neighbours. */
  readonly position: number;
  readonly isList?: boolean;
  readonly isItem?: boolean;
}

function stepsIn(fields: readonly FormField[], segments: readonly string[]): readonly Step[] {
  const root = fields.length === 1 && fields[0]?.key === '' ? fields[0] : undefined;
  if (root) return stepsBelow(root, segments);
  const [key, ...rest] = segments;
  const position = fields.findIndex((candidate) => candidate.key === key);
  const field = fields[position];
  if (!field) return stepsWithoutField(segments, fields.length);
  return [{ title: field.label, position, isList: field.kind === 'list' }, ...stepsBelow(field, rest)];
}

function stepsBelow(field: FormField, segments: readonly string[]): readonly Step[] {
  const [first = '', ...rest] = segments;
  switch (field.kind) {
    case 'group':
      return stepsIn(field.fields, segments);
    case 'variant':
      return stepsIn(
        field.variants.find(({ fields }) => fields.some(({ key }) => key === first))?.fields ?? [],
        segments,
      );
    case 'list': {
      if (!/^\d+$/.test(first)) return stepsWithoutField(segments, 0);
      const position = Number(first);
      return [{ title: `${field.itemLabel} ${position + 1}`, position, isItem: true }, ...stepsBelow(field.item, rest)];
    }
    default:
      return stepsWithoutField(segments, 0);
  }
}

/** What the form has no field for is called as it is written. */
function stepsWithoutField(segments: readonly string[], position: number): readonly Step[] {
  return segments.map((title) => ({ title, position }));
}
