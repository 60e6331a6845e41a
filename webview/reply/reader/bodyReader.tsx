import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BodyPreview, BodySide } from '../../../src/protocol/reply';
import { readNumber, readNumbers } from '../../reading';
import { Menu, type MenuProps } from '../../ui/controls/menu';
import { useFindKey } from '../../ui/findKey';
import { findInRows, findInText } from '../json/find';
import { nothingFolded, opened } from '../json/folds';
import { pointerOf, rowAt, stepsTo } from '../json/jsonPaths';
import { readRows } from '../json/jsonRows';
import { copiedValue } from '../json/rowText';
import { useKept } from '../keptView';
import { FindBar } from './findBar';
import { PlainText } from './plainText';
import type { ReaderFrame } from './readerFrame';
import { foldItems, rowItems } from './readerMenus';
import { ReaderTools } from './readerTools';
import { JsonTree } from './tree/jsonTree';
import { noFind, readFind, readFolds } from './viewStates';

export interface BodyReaderProps extends ReaderFrame {
  readonly body: BodyPreview;
  readonly side: BodySide;
  readonly label: string;
  /** Id of the run, by which the view is remembered. */
  readonly run: string;
  /** A place to show: counted, for the same one may be asked for again. */
  readonly jump?: { readonly pointer: string; readonly count: number } | undefined;
  /** Counts the wishes to find something, from outside. */
  readonly findWishes?: number;
  /** Tools that stand in front of its own. */
  readonly children?: ComponentChildren;
}

/** A body to be read: found in, folded, copied from. JSON is a tree unless its text is asked for as it came. */
export function BodyReader(props: BodyReaderProps) {
  const { body, side, run, layout, post, label } = props;
  const place = (name: string) => ({ run, name: `${side} ${name}` });
  const [find, setFind] = useKept(place('find'), noFind, readFind);
  const [folds, setFolds] = useKept(place('folds'), nothingFolded, readFolds);
  const [active, setActive] = useKept(place('row'), 0, readNumber);
  const [wide, setWide] = useKept<readonly number[]>(place('wide'), [], readNumbers);
  const [reveals, setReveals] = useState(0);
  const [wishes, setWishes] = useState(0);
  const [menu, setMenu] = useState<Omit<MenuProps, 'onClose'> & { readonly back: HTMLElement | null }>();
  const element = useRef<HTMLElement>(null);
  const from = useRef<HTMLElement | null>(null);
  const rows = useMemo(() => (body.language === 'json' ? readRows(body.text) : []), [body]);
  const isTree = isReadable(rows) && !layout.raw;
  const wanted = find.isOpen ? find : noFind;
  const rowMatches = useMemo(
    () => (isTree ? findInRows(body.text, rows, wanted) : []),
    [body, isTree, wanted.text, wanted.matchCase],
  );
  const textMatches = useMemo(
    () => (isTree ? [] : findInText(body.text, wanted)),
    [body, isTree, wanted.text, wanted.matchCase],
  );
  const count = isTree ? rowMatches.length : textMatches.length;
  const current = Math.max(0, Math.min(find.current, count - 1));

  const reveal = (row: number) => {
    setFolds(opened(folds, rows, row));
    setActive(row);
    setReveals((before) => before + 1);
  };
  const openFind = () => {
    if (!find.isOpen) from.current = focused();
    setFind({ ...find, isOpen: true, text: selectedLine() || find.text });
    setWishes((before) => before + 1);
  };
  const closeFind = () => {
    setFind({ ...find, isOpen: false });
    const back = from.current?.isConnected
      ? from.current
      : element.current?.querySelector<HTMLElement>('[tabindex="0"]');
    back?.focus();
  };
  const goTo = (next: number) => {
    setFind({ ...find, current: next });
    const match = rowMatches[next];
    if (isTree && match) reveal(match.row);
    else setReveals((before) => before + 1);
  };
  const openAt = (text: string) => post('openBody', { side, pointer: pointerOf(stepsTo(rows, active)), find: text });

  useFindKey(true, openFind);
  useEffect(() => {
    if ((props.findWishes ?? 0) > 0) openFind();
  }, [props.findWishes]);
  useEffect(() => {
    const row = props.jump && rowAt(rows, props.jump.pointer);
    if (row === undefined) return;
    reveal(row);
    treeIn(element.current)?.focus({ preventScroll: true });
  }, [props.jump?.count]);

  const closeMenu = () => {
    setMenu(undefined);
    menu?.back?.focus({ preventScroll: true });
  };
  return (
    <section ref={element} class="reader" aria-label={label}>
      <ReaderTools
        isJson={isReadable(rows)}
        isTree={isTree}
        layout={layout}
        onLayout={props.onLayout}
        onFind={openFind}
        onFoldMenu={(at) => setMenu({ label: t('Fold'), items: foldItems(setFolds), at, back: focused() })}
      >
        {props.children}
      </ReaderTools>
      {find.isOpen && (
        <FindBar
          state={{ ...find, current }}
          onChange={setFind}
          onGo={goTo}
          onClose={closeFind}
          count={count}
          onFindInEditor={body.truncated ? () => openAt(find.text) : undefined}
          wishes={wishes}
        />
      )}
      {isTree ? (
        <JsonTree
          label={label}
          text={body.text}
          rows={rows}
          folds={folds}
          onFold={setFolds}
          active={active}
          onActive={setActive}
          wide={wide}
          onWiden={(row) => setWide([...wide, row])}
          matches={rowMatches}
          currentMatch={rowMatches[current]}
          wrap={layout.wrap}
          reveals={reveals}
          onMenu={(row, at) =>
            setMenu({
              label: t('Copy'),
              at,
              items: rowItems({ text: body.text, rows, row, side, post, openAt }),
              back: treeIn(element.current),
            })
          }
          onCopy={(row) => post('copyText', { what: 'value', text: copiedValue(body.text, rows, row) })}
        />
      ) : (
        <PlainText
          label={label}
          body={body}
          matches={textMatches}
          current={current}
          wrap={layout.wrap}
          reveals={reveals}
        />
      )}
      {menu && <Menu label={menu.label} items={menu.items} at={menu.at} onClose={closeMenu} />}
    </section>
  );
}

function isReadable(rows: ReturnType<typeof readRows>): boolean {
  return rows[0] !== undefined && rows[0].kind !== 'rest';
}

function treeIn(element: HTMLElement | null): HTMLElement | null {
  return element?.querySelector<HTMLElement>('[role="tree"]') ?? null;
}

function focused(): HTMLElement | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
}

/** As editors do it: what is selected in one line is what is looked for. */
function selectedLine(): string {
  const text = getSelection()?.toString() ?? '';
  return text.includes('\n') || text.length > 200 ? '' : text;
}
