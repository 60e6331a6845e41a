import { isRecord } from '../../../src/protocol/jsonKinds';
import { keep, kept } from '../../host';
import { type FocusPlace, readFocus } from '../../kept/keptFocus';
import { readNumber, readNumbers } from '../../reading';

/** How a form was left: what the host does not know of it, and what survives while its page is hidden. */
export interface FormView {
  readonly scroll: number;
  /** Of each list that was looked at, which of its cards are open. */
  readonly open: Readonly<Record<string, readonly number[]>>;
  readonly focus?: FocusPlace | undefined;
  /** Of lists and tables, how they are looked at. */
  readonly parts: Readonly<Record<string, unknown>>;
}

/** No pointer begins like that. */
const viewKey = ' view';

export function keptTexts(): Readonly<Record<string, string>> {
  const { [viewKey]: _, ...texts } = kept();
  return texts;
}

export function keepTexts(texts: Readonly<Record<string, string>>): void {
  const { [viewKey]: left } = kept();
  keep({ ...texts, ...(left !== undefined && { [viewKey]: left }) });
}

export function keepView(changed: Partial<FormView>): void {
  view = { ...(keptView() ?? { scroll: 0, open: {}, parts: {} }), ...changed };
  keep({ ...kept(), [viewKey]: JSON.stringify(view) });
}

let view: FormView | undefined;

/** Undefined for a form that is shown for the first time. */
export function keptView(): FormView | undefined {
  view ??= readView();
  return view;
}

function readView(): FormView | undefined {
  const text = kept()[viewKey];
  const left: unknown = text === undefined ? undefined : JSON.parse(text);
  if (!isRecord(left)) return undefined;
  const lists = Object.entries(isRecord(left['open']) ? left['open'] : {});
  const open = lists.flatMap(([pointer, value]) => {
    const indexes = readNumbers(value);
    return indexes === undefined ? [] : [[pointer, indexes] as const];
  });
  const focus = readFocus(left['focus']);
  const parts = isRecord(left['parts']) ? left['parts'] : {};
  return { scroll: readNumber(left['scroll']) ?? 0, open: Object.fromEntries(open), parts, ...(focus && { focus }) };
}

/** Which cards of a list are open, by their places; undefined for a list that nobody has seen. */
export function keptOpen(pointer: string): readonly number[] | undefined {
  return keptView()?.open[pointer];
}

export function keepOpen(pointer: string, indexes: readonly number[]): void {
  keepView({ open: { ...keptView()?.open, [pointer]: indexes } });
}
