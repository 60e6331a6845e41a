import { errors, type Locator, type Page } from 'playwright-core';
import { becomes, inTime, patience } from './inTime';
import { until } from './until';

interface Row {
  readonly index: string;
  readonly level: number;
  readonly label: string;
  readonly description: string;
  readonly expanded: string | null;
}

/** A tree in the side bar. Items are named by the labels on the way to them, and looked up anew by each call. */
export class Tree {
  readonly element: Locator;
  readonly #page: Page;

  constructor(page: Page, element: Locator) {
    this.element = element;
    this.#page = page;
  }

  /** `tree.item('signNow', 'Emulator', 'Documents')`; what lies above it is expanded as needed. */
  item(...path: readonly string[]): TreeItem {
    return new TreeItem(this.#page, this, path);
  }

  /** The labels at the top, or right below an item; waits for the first. */
  async labels(...path: readonly string[]): Promise<string[]> {
    if (path.length > 0) await this.item(...path).expand();
    return until(`labels below "${path.join(' › ')}"`, async () => {
      const labels = childrenOf(await this.rows(), path).map((row) => row.label);
      return labels.length > 0 ? labels : undefined;
    });
  }

  /** By the button in the title of the view, which shows while the pointer is over it. */
  async collapseAll(): Promise<void> {
    const view = this.#page.locator('.pane').filter({ has: this.element });
    await view.locator('.pane-header').hover();
    await view.locator('.action-label[aria-label^="Collapse All"]').click();
  }

  /** What is on screen, from top to bottom. */
  async rows(): Promise<Row[]> {
    const rows = await this.element.locator('.monaco-list-row').evaluateAll((elements) =>
      elements.map((element) => ({
        index: element.getAttribute('data-index') ?? '',
        level: Number(element.getAttribute('aria-level')),
        label: element.querySelector('.label-name')?.textContent ?? '',
        description: element.querySelector('.label-description')?.textContent ?? '',
        expanded: element.getAttribute('aria-expanded'),
      })),
    );
    return rows.sort((one, other) => Number(one.index) - Number(other.index));
  }
}

export class TreeItem {
  readonly #page: Page;
  readonly #tree: Tree;
  readonly #path: readonly string[];

  constructor(page: Page, tree: Tree, path: readonly string[]) {
    this.#page = page;
    this.#tree = tree;
    this.#path = path;
  }

  /** Waits until the item is there; gives its row, which is nothing any more once another item stands there. */
  async find(timeout?: number): Promise<Locator> {
    const { index, label } = await this.#row(timeout);
    const name = this.#page.locator('.label-name', { hasText: exactly(label) });
    return this.#tree.element.locator(`.monaco-list-row[data-index="${index}"]`).filter({ has: name });
  }

  async description(): Promise<string> {
    return (await this.#row()).description;
  }

  async click(): Promise<void> {
    await until(`"${this.#path.join(' › ')}" to be clicked`, async () => {
      return (await inTime((await this.find()).click({ timeout: patience }))) || undefined;
    });
  }

  async expand(): Promise<void> {
    await this.#toggle('true');
  }

  async collapse(): Promise<void> {
    await this.#toggle('false');
  }

  /** Clicks a button that shows on the row, by its title. */
  async action(title: string): Promise<void> {
    await until(`the button "${title}" of "${this.#path.join(' › ')}"`, async () => {
      const row = await this.find();
      // The hint of another row may lie over this one.
      await this.#page.mouse.move(0, 0);
      const button = row.locator(`.action-label[aria-label^="${title}"]`);
      const isOver = await inTime(row.hover({ timeout: patience }));
      return (isOver && (await inTime(button.click({ timeout: patience })))) || undefined;
    });
  }

  /** Takes an entry of the context menu, or of a submenu of it. */
  async menu(...titles: readonly string[]): Promise<void> {
    // A click on a menu that has only just come up is dropped now and then; and a menu closes by itself when what is
    // behind it takes the focus: an entry was taken if it had the click and the menu is gone.
    await until(`the menu entry "${titles.join(' › ')}" to be taken`, async () => {
      await this.#openMenu();
      for (const title of titles) {
        if (!(await hasClick(this.#menuEntry(title)))) return void (await this.#closeMenu());
      }
      return (await becomes(this.#menu(), 'hidden')) || undefined;
    });
  }

  /** The titles in the context menu, which is closed again. */
  async menuTitles(): Promise<string[]> {
    await this.#openMenu();
    const titles = await this.#page.locator('.monaco-menu .action-menu-item .action-label').allInnerTexts();
    await this.#closeMenu();
    return titles.map((title) => title.trim()).filter(Boolean);
  }

  /** The row may be drawn anew under the pointer. */
  async #openMenu(): Promise<void> {
    await until(`the menu of "${this.#path.join(' › ')}"`, async () => {
      if (await this.#menu().isVisible()) return true;
      if (!(await inTime((await this.find()).click({ button: 'right', timeout: patience })))) return undefined;
      return (await becomes(this.#menu(), 'visible')) || undefined;
    });
  }

  async #closeMenu(): Promise<void> {
    await until('the menu to close', async () => {
      await this.#page.keyboard.press('Escape');
      return (await becomes(this.#menu(), 'hidden')) || undefined;
    });
  }

  #menu(): Locator {
    return this.#page.locator('.monaco-menu .action-menu-item').first();
  }

  #menuEntry(title: string): Locator {
    const label = this.#page.locator('.action-label').getByText(title, { exact: true });
    return this.#page.locator('.monaco-menu .action-menu-item').filter({ has: label }).first();
  }

  async #toggle(wanted: 'true' | 'false'): Promise<void> {
    await until(`"${this.#path.join(' › ')}" to be ${wanted === 'true' ? 'expanded' : 'collapsed'}`, async () => {
      const row = await this.#row();
      if (row.expanded === wanted) return true;
      if (row.expanded !== null) await this.#twist(row);
      return undefined;
    });
  }

  #row(timeout?: number): Promise<Row> {
    return until(
      `the tree item "${this.#path.join(' › ')}"`,
      async () => {
        const rows = await this.#tree.rows();
        for (let depth = 1; depth < this.#path.length; depth++) {
          const parent = rowAt(rows, this.#path.slice(0, depth));
          if (!parent) return undefined;
          if (parent.expanded === 'false') return void (await this.#twist(parent));
        }
        return rowAt(rows, this.#path);
      },
      timeout,
    );
  }

  async #twist(row: Row): Promise<void> {
    const twistie = this.#tree.element.locator(`.monaco-list-row[data-index="${row.index}"] .monaco-tl-twistie`);
    await twistie.click();
    // Children may still be loading: the row says which way it is at once.
    await until(
      'the row to turn',
      async () =>
        (await this.#tree.rows()).some((one) => one.label === row.label && one.expanded !== row.expanded) || undefined,
    );
  }
}

/** Clicks, and says whether the element itself had the click, and not what has taken its place since. */
async function hasClick(entry: Locator): Promise<boolean> {
  try {
    const click = await entry.evaluateHandle(
      (element) => {
        const seen = { isOver: false };
        element.addEventListener('mouseup', () => Object.assign(seen, { isOver: true }), { capture: true });
        return seen;
      },
      undefined,
      { timeout: patience },
    );
    await entry.click({ timeout: patience });
    return await click.evaluate(({ isOver }) => isOver);
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

function rowAt(rows: readonly Row[], path: readonly string[]): Row | undefined {
  return childrenOf(rows, path.slice(0, -1)).find((row) => row.label === path.at(-1));
}

function childrenOf(rows: readonly Row[], path: readonly string[]): Row[] {
  const parent = path.length > 0 ? rowAt(rows, path) : undefined;
  if (path.length > 0 && !parent) return [];
  const below = parent ? rows.slice(rows.indexOf(parent) + 1) : rows;
  const end = parent ? below.findIndex((row) => row.level <= parent.level) : -1;
  return below.slice(0, end < 0 ? undefined : end).filter((row) => row.level === (parent?.level ?? 0) + 1);
}
