import type { Page } from 'playwright-core';

/**
 * What the window has written of its own state, such as the editors that are open. In a browser that happens every few
 * seconds, and a reload in between brings back the state before.
 */
export function storedState(page: Page): Promise<string> {
  return page.evaluate(async () => {
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
        const values: unknown[] = await asked(database.transaction(store).objectStore(store).getAll());
        texts.push(...values.filter((value) => typeof value === 'string'));
      }
      database.close();
    }
    return texts.join('\n');
  });
}
