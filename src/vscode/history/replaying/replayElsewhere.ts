import * as vscode from 'vscode';
import type { Connection } from '../../../core/connections/connection';
import type { DocumentDetail, DocumentSummary } from '../../../core/documents';
import { titlesOf } from '../../../core/forms/titlesOf';
import type { HistoryEntry } from '../../../core/history/entry';
import { type AccountId, accountIds, withOtherIds } from '../../../core/history/otherIds';
import type { Operation } from '../../../core/operation';
import type { Provider } from '../../../core/provider';
import { runOriginOf } from '../../../core/replies/restoreRun';
import { DocumentSource } from '../../documents/resources';
import { isEmulatorAct, tellOnlyInScenario } from '../../sending/recordedRun';
import { fillRecorded } from '../../sending/replayRequest';
import { pickConnection } from '../../shell/asking/pickConnection';
import { askSteps, inputStep, type PickItem, pickStep, type Step } from '../../shell/asking/steps';
import { showInfo } from '../../shell/notices';
import type { HistoryServices } from '../historyServices';

interface Replay {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly entry: HistoryEntry;
  readonly connection: Connection;
}

/** The ids of the other connection, by those that were sent. */
interface Answers {
  readonly ids: ReadonlyMap<string, string>;
}

/** Sends what a run sent on another connection, with that one's ids: each is asked for once. */
export async function replayElsewhere(services: HistoryServices, entry: HistoryEntry): Promise<void> {
  if (isEmulatorAct(entry.operation)) return tellOnlyInScenario();
  const found = await services.registry.operation(entry.operation);
  if (found === undefined) {
    await showInfo('No operation of this version is called like that of the run.');
    return;
  }
  const known = { provider: entry.provider };
  const isOffered = ({ id }: Connection) => id !== entry.connection;
  const picked = await pickConnection(services, known, { isOffered, ask: 'always' });
  if (picked === undefined) return;
  const replay: Replay = { ...found, entry, connection: picked.connection };
  const ids = await new OtherIds(services, replay).ask();
  const request = ids && (await fillRecorded(services, withOtherIds(entry.request, picked.connection.id, ids)));
  if (request === undefined) return;
  // Where it goes was chosen just now: that it went elsewhere before is no news.
  await services.sender.send(request, { ...runOriginOf(entry), cause: 'replay' });
}

/** What the other account has in the place of what was named. */
class OtherIds {
  readonly #services: HistoryServices;
  readonly #replay: Replay;
  readonly #source: DocumentSource;
  readonly #details = new Map<string, Promise<DocumentDetail | undefined>>();

  constructor(services: HistoryServices, replay: Replay) {
    this.#services = services;
    this.#replay = replay;
    this.#source = new DocumentSource(services);
  }

  async ask(): Promise<ReadonlyMap<string, string> | undefined> {
    const { operation, entry, connection } = this.#replay;
    const all = accountIds(operation, entry.request);
    const steps: Step<Answers>[] = [];
    for (const id of all)
      steps.push(id.collection === undefined ? this.#askId(id) : await this.#askDocument(id, id.collection));
    const answers = await askSteps<Answers>(`Replay on ${connection.title}`, { ids: new Map() }, () => steps);
    return answers?.ids;
  }

  async #askDocument(id: AccountId, collection: string): Promise<Step<Answers>> {
    const documents = await this.#documents(collection);
    if (documents.length === 0) return this.#askText(id, async () => '');
    const title = this.#titleOf(id.value);
    const items = documents.map(
      (document): PickItem<string> => ({
        label: document.title,
        description: document.title === title ? 'called like the one of the run' : (document.status?.text ?? ''),
        detail: document.id,
        value: document.id,
      }),
    );
    // Enter takes the first one.
    items.sort((one, other) => Number(other.label === title) - Number(one.label === title));
    const noun = this.#replay.provider.resources.collections.find((one) => one.id === collection)?.noun ?? 'document';
    const placeholder = `Which ${noun} in the place of ${title ?? id.value}?`;
    return pickStep({ placeholder, items: [...items, ...otherItem] }, async (state, value) => {
      const chosen = value === '' ? await askForId(noun) : value;
      return chosen === undefined ? state : answered(state, id, chosen);
    });
  }

  #askId(id: AccountId): Step<Answers> {
    return this.#askText(id, (answers) => this.#likely(id, answers));
  }

  #askText(id: AccountId, likely: (answers: Answers) => Promise<string>): Step<Answers> {
    const { provider, operation } = this.#replay;
    const title = titlesOf(provider, operation)(id.pointer);
    return async (state, frame) => {
      const question = {
        prompt: `${title} on this connection. The run had ${id.value}.`,
        value: await likely(state),
        check: (text: string) => (text === '' ? 'An ID is needed.' : undefined),
      };
      return inputStep<Answers>(question, (answers, text) => answered(answers, id, text))(state, frame);
    };
  }

  /** Somebody who is called alike, or has the same role, in the document that was chosen. */
  async #likely({ value }: AccountId, { ids }: Answers): Promise<string> {
    const { operation, entry } = this.#replay;
    for (const { value: before, collection } of accountIds(operation, entry.request)) {
      const now = ids.get(before);
      if (collection === undefined || now === undefined) continue;
      const title = this.#services.names.recipient(entry, before, value);
      const { recipients = [] } = (await this.#detail(collection, now)) ?? {};
      const alike = recipients.find(
        (one) => one.id === value || (title !== undefined && (one.title === title || one.role === title)),
      );
      if (alike !== undefined) return alike.id;
    }
    return '';
  }

  async #documents(collection: string): Promise<readonly DocumentSummary[]> {
    const { provider, connection } = this.#replay;
    const place = { provider: provider.id, connection: connection.id, collection };
    try {
      return (await this.#source.page(place)).items;
    } catch {
      // Nobody asked for the list: what is known already does, and an id can be typed.
      return this.#services.names.documents(place);
    }
  }

  #detail(collection: string, document: string): Promise<DocumentDetail | undefined> {
    const { provider, connection } = this.#replay;
    const target = { provider: provider.id, connection: connection.id, collection, document };
    const known = this.#details.get(document) ?? this.#source.document(target).catch(() => undefined);
    this.#details.set(document, known);
    return known;
  }

  #titleOf(document: string): string | undefined {
    const { entry } = this.#replay;
    const isSubject = entry.subject?.document === document;
    return (isSubject ? entry.subject?.title : undefined) ?? this.#services.names.title(entry, document);
  }
}

const otherItem: readonly PickItem<string>[] = [{ label: 'Another ID…', value: '', alwaysShow: true }];

function answered({ ids }: Answers, { value }: AccountId, other: string): Answers {
  return { ids: new Map([...ids, [value, other]]) };
}

async function askForId(noun: string): Promise<string | undefined> {
  const id = await vscode.window.showInputBox({ title: `ID of the ${noun}`, ignoreFocusOut: true });
  return id === undefined || id.trim() === '' ? undefined : id.trim();
}
