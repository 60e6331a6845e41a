import type { Collection, DocumentSummary } from '../documents';
import { replyJson } from '../http';
import type { Call } from '../operation';
import { CallFailed } from '../sending/callFailed';
import type { CollectionCase } from './case';
import type { CaseFault } from './caseFault';
import { mismatches } from './mismatches';
import type { Play } from './play';

/** Reads a collection as the tree does, and compares its items or one of them. */
export async function checkCollection(
  play: Play,
  item: CollectionCase,
  pointer: string,
): Promise<readonly CaseFault[]> {
  const { provider } = play.stage;
  const collection = provider.resources.collections.find(({ id }) => id === item.collection);
  if (collection === undefined) {
    const known = provider.resources.collections.map(({ id }) => `"${id}"`).join(', ');
    const message = `There is no collection "${item.collection}".`;
    return [{ pointer: `${pointer}/collection`, message, nextStep: `Name one of ${known}.` }];
  }
  try {
    return [
      ...(await itemFaults(play, collection, item, pointer)),
      ...(await detailFaults(play, collection, item, pointer)),
    ];
  } catch (error: unknown) {
    if (!(error instanceof CallFailed)) throw error;
    const message = `${collection.title} cannot be read: ${error.message}.`;
    return [{ pointer, message, nextStep: 'Look at what was given before.' }];
  }
}

/** The items of all pages; undefined where the API lists none. */
async function listAll(collection: Collection, call: Call): Promise<readonly DocumentSummary[] | undefined> {
  if (collection.list === undefined) return undefined;
  const items: DocumentSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await collection.list(call, cursor);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

async function itemFaults(
  play: Play,
  collection: Collection,
  { items }: CollectionCase,
  pointer: string,
): Promise<readonly CaseFault[]> {
  if (items === undefined) return [];
  const found = await listAll(collection, play.call());
  const at = `${pointer}/items`;
  if (found !== undefined) return mismatches(found, play.kept.value(items), at);
  return [{ pointer: at, message: `${collection.title} cannot be listed.`, nextStep: 'Name the id of one of them.' }];
}

async function detailFaults(
  play: Play,
  collection: Collection,
  { id, detail = {}, described }: CollectionCase,
  pointer: string,
): Promise<readonly CaseFault[]> {
  if (id === undefined) return [];
  const document = play.kept.text(id);
  const read = await collection.read(play.call(), document);
  const faults = mismatches(read, play.kept.object(detail), `${pointer}/detail`);
  if (described === undefined) return faults;
  const at = `${pointer}/described`;
  const reply = play.replyOf(await play.stage.emulator.describe(collection.id, document), at);
  if ('pointer' in reply) return [...faults, reply];
  return [...faults, ...mismatches(replyJson(reply), play.kept.object(described), at)];
}
