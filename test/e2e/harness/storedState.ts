import type { Page } from 'playwright-core';

/** What the window keeps its editors under. */
const editorsKey = 'memento/workbench.parts.editor';

/**
 * What the window has written of its own state, such as the editors that are open. In a browser that happens every few
 * seconds, and a reload in between brings back the state before.
 */
export function storedState(page: Page): Promise<string> {
  return valuesIn(page, undefined);
}

/** Of that the editors that are open, without those that were. */
export function storedEditors(page: Page): Promise<string> {
  return valuesIn(page, editorsKey);
}

function valuesIn(page: Page, key: string | undefined): Promise<string> {
  return page.evaluate(async (only) => {
    const asked = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const texts: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const kept = database.transaction(store).objectStore(store);
        const values: unknown[] = only === undefined ? await asked(kept.getAll()) : [await asked(kept.get(only))];
        texts.push(...values.filter((value) => typeof value === 'string'));
      }
      database.close();
    }
    return texts.join('\n');
  }, key);
}

/** As if the window had been closed before it wrote which editors are open. */
export async function forgetEditors(page: Page): Promise<void> {
  await page.evaluate(async (key) => {
    const done = (request: IDBRequest) =>
      new Promise<void>((resolve, reject) => {
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const opening = indexedDB.open(name);
      await done(opening);
      const database = opening.result;
      for (const store of database.objectStoreNames) {
        await done(database.transaction(store, 'readwrite').objectStore(store).delete(key));
      }
      database.close();
    }
  }, editorsKey);
}
