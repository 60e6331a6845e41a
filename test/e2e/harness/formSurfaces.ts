import type { Page } from 'playwright-core';

/* What a form can show, and how to bring it to view. Nothing is found by its words: they are of a language. */

export interface FormSurface {
  readonly sample: string;
  /** What brings it to view, and what then is there. */
  readonly show?: (page: Page) => Promise<unknown>;
  readonly shown: string;
}

const asTable = (page: Page) => page.locator('[data-action="toggleTable"]').first().press('Enter');

export const formSurfaces: Readonly<Record<string, FormSurface>> = {
  cards: { sample: 'full', shown: '.card-open' },
  lanes: { sample: 'steps', shown: '.lanes-steps .lane' },
  'lanes of lists in a list': { sample: 'steps-nested', shown: '.lanes-steps .lane' },
  'people without a step': { sample: 'errors', shown: '.lane-unplaced' },
  table: { sample: 'steps', show: asTable, shown: '[role="grid"] td' },
  'rows before they are taken': {
    sample: 'steps',
    show: async (page) => {
      await asTable(page);
      await page.locator('[role="grid"] td').first().click();
      await page.evaluate(() => {
        const clipboardData = new DataTransfer();
        const rows = 'E-mail;Order;Shoe size\r\nsigner1@example.com;1;42\r\nanna@example.com;first;43\r\n';
        clipboardData.setData('text/plain', rows);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      });
    },
    shown: '.rows-preview',
  },
  'problems with their mends': {
    sample: 'errors',
    show: (page) => page.locator('[data-action="send"]').click(),
    shown: '.issue-summary',
  },
  'what was pasted, and its mend for all': {
    sample: 'pasted',
    show: (page) => page.locator('[data-action="send"]').click(),
    shown: '.issue-summary',
  },
  'a text that is no request': { sample: 'broken', shown: 'main' },
  'names of variables': {
    sample: 'aids',
    show: async (page) => {
      await page.locator('[data-pointer="/body/invites/0/email"] [data-control]').click();
      await page.keyboard.type(' {{');
    },
    shown: '[role="listbox"] [role="option"]',
  },
  'values that are offered': {
    sample: 'steps',
    show: (page) => page.locator('[data-pointer="/body/invites/0/role_id"] .combobox .icon-button').first().click(),
    shown: '[role="listbox"] [role="option"]',
  },
  'fields that are found': {
    sample: 'steps',
    show: (page) => page.locator('[data-find] input').fill('red'),
    shown: '[data-find] [role="option"]',
  },
  'several more': {
    sample: 'steps',
    show: (page) => page.locator('[data-action="several"]').first().press('Enter'),
    shown: 'input[inputmode="numeric"]',
  },
  'a file that cannot be read': { sample: 'almost', shown: 'main' },
};
