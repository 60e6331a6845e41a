import type { Locator, Page } from 'playwright-core';
import { becomes, inTime } from './inTime';
import { isClicked } from './isClicked';
import { until, within } from './until';

/** Milliseconds after which a menu that came up takes clicks. */
const menuDelay = 150;

interface Row {
  readonly index: string;
  readonly level: number;
  readonly label: string;
  readonly description: string;
  readonly expanded: string | null;
}

/** A label, or a part of what stands beside it: runs in the history are called by their documents. */
export type ItemName = string | { readonly beside: string };

/** A tree in the side bar. Items are named by the labels on the way to them, and looked up anew by each call. */
export class Tree {
  readonly element: Locator;
  readonly #page: Page;

  constructor(page: Page, element: Locator) {
    this.element = element;
    this.#page = page;
  }

  /** `tree.item('signNow', 'Emulator', 'Documents')`; what lies above it is expanded as needed. */
  item(...path: readonly ItemName[]): TreeItem {
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
    const button = view.locator('.action-label[aria-label^="Collapse All"]');
    await until('the tree to be collapsed', async (patience) => {
      if ((await this.rows()).every(({ level, expanded }) => level === 1 && expanded !== 'true')) return true;
      if (await inTime(view.locator('.pane-header').hover({ timeout: patience })))
        await isClicked(button, { patience });
      return undefined;
    });
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
  readonly #path: readonly ItemName[];
  readonly #name: string;

  constructor(page: Page, tree: Tree, path: readonly ItemName[]) {
    this.#page = page;
    this.#tree = tree;
    this.#path = path;
    this.#name = path.map((name) => (typeof name === 'string' ? name : name.beside)).join(' › ');
  }

  /** Waits until the item is there; gives its row, which is nothing any more once another item stands there. */
  async find(timeout?: number): Promise<Locator> {
    return this.#rowOf(await this.#row(timeout));
  }

  async description(): Promise<string> {
    return (await this.#row()).description;
  }

  /** Whether it stands right below what holds it. */
  async isFirst(): Promise<boolean> {
    const [first] = childrenOf(await this.#tree.rows(), this.#path.slice(0, -1));
    return first?.index === (await this.#row()).index;
  }

  async click(): Promise<void> {
    await until(`"${this.#name}" to be clicked`, async (patience) => {
      return (await isClicked(await this.find(), { patience })) || undefined;
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
    await until(`the button "${title}" of "${this.#name}"`, async (patience) => {
      const row = await this.find();
      // The hint of another row may lie over this one.
      await this.#page.mouse.move(0, 0);
      if (!(await inTime(row.hover({ timeout: patience })))) return undefined;
      return (await isClicked(row.locator(`.action-label[aria-label^="${title}"]`), { patience })) || undefined;
    });
  }

  /** Takes an entry of the context menu, or of a submenu of it. */
  async menu(...titles: readonly string[]): Promise<void> {
    // A menu closes by itself when what is behind it takes the focus: an entry was taken if it had the click and the
    // menu is gone.
    await until(`the menu entry "${titles.join(' › ')}" to be taken`, async (patience) => {
      await this.#openMenu();
      for (const title of titles) {
        const isTaken = await isClicked(this.#menuEntry(title), { patience, delay: menuDelay });
        if (!isTaken) return void (await this.#closeMenu());
      }
      return (await becomes(this.#menu(), 'hidden', patience)) || undefined;
    });
  }

  /** The titles in the context menu, which is closed again. */
  async menuTitles(): Promise<string[]> {
    const titles = await until(`the titles in the menu of "${this.#name}"`, async () => {
      await this.#openMenu();
      const shown = await this.#page.locator('.monaco-menu .action-menu-item .action-label').allInnerTexts();
      return shown.length > 0 ? shown : undefined;
    });
    await this.#closeMenu();
    return titles.map((title) => title.trim()).filter(Boolean);
  }

  async #openMenu(): Promise<void> {
    await until(`the menu of "${this.#name}"`, async (patience) => {
      if (await this.#menu().isVisible()) return true;
      if (!(await isClicked(await this.find(), { patience, button: 'right' }))) return undefined;
      return (await becomes(this.#menu(), 'visible', patience)) || undefined;
    });
  }

  async #closeMenu(): Promise<void> {
    await until('the menu to close', async (patience) => {
      await this.#page.keyboard.press('Escape');
      return (await becomes(this.#menu(), 'hidden', patience)) || undefined;
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
    await until(`"${this.#name}" to be ${wanted === 'true' ? 'expanded' : 'collapsed'}`, async (patience) => {
      const row = await this.#row();
      if (row.expanded === wanted) return true;
      if (row.expanded !== null) await this.#twist(row, patience);
      return undefined;
    });
  }

  #row(timeout?: number): Promise<Row> {
    return until(
      `the tree item "${this.#name}"`,
      async (patience) => {
        const rows = await this.#tree.rows();
        for (let depth = 1; depth < this.#path.length; depth++) {
          const parent = rowAt(rows, this.#path.slice(0, depth));
          if (!parent) return undefined;
          if (parent.expanded === 'false') return void (await this.#twist(parent, patience));
        }
        return rowAt(rows, this.#path);
      },
      timeout,
    );
  }

  /** Once: who asks looks again whether the row has turned. */
  async #twist(row: Row, patience: number): Promise<void> {
    if (!(await isClicked(this.#rowOf(row).locator('.monaco-tl-twistie'), { patience }))) return;
    // Children may still be loading: the row says which way it is at once.
    await within(patience, async () => {
      const rows = await this.#tree.rows();
      return rows.some((one) => one.label === row.label && one.expanded !== row.expanded) || undefined;
    });
  }

  #rowOf({ index, label }: Row): Locator {
    const name = this.#page.locator('.label-name', { hasText: exactly(label) });
    return this.#tree.element.locator(`.monaco-list-row[data-index="${index}"]`).filter({ has: name });
  }
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

function rowAt(rows: readonly Row[], path: readonly ItemName[]): Row | undefined {
  const name = path.at(-1);
  return childrenOf(rows, path.slice(0, -1)).find(({ label, description }) => {
    if (typeof name !== 'object') return label === name;
    return [label, ...description.split(' · ')].includes(name.beside);
  });
}

function childrenOf(rows: readonly Row[], path: readonly ItemName[]): Row[] {
  const parent = path.length > 0 ? rowAt(rows, path) : undefined;
  if (path.length > 0 && !parent) return [];
  const below = parent ? rows.slice(rows.indexOf(parent) + 1) : rows;
  const end = parent ? below.findIndex((row) => row.level <= parent.level) : -1;
  return below.slice(0, end < 0 ? undefined : end).filter((row) => row.level === (parent?.level ?? 0) + 1);
}
