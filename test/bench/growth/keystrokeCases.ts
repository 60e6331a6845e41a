import { emulatorConnection } from '../../../src/core/connections/connection';
import { ProviderRegistry } from '../../../src/core/registry';
import { rangesIn, smallestReplacement } from '../../../src/core/requests/editing/editText';
import { TextChanges } from '../../../src/core/requests/editing/textChanges';
import { formState, type ShownSession } from '../../../src/vscode/requests/form/formState';
import { checkRequest } from '../../../src/vscode/requests/session/checkRequest';
import { emailOf, provider, signersFacts, signersText } from './fixtures/signersRequest';
import { type GrowthCase, words } from './growthCase';

const size = 500;

/** What a character costs that somebody types into the form, as far as the editor's process goes. */
export const keystrokeCases: readonly GrowthCase[] = (['right', 'wrong'] as const).flatMap((kind): GrowthCase[] => {
  const what = `form, a keystroke at ${words(size)} ${kind} signers`;
  const grows = 'with its input';
  return [
    { what, unit: 'ms', size, grows, prepare: async (count) => new TypedForm(count, kind).type },
    {
      what: `${what}: the message`,
      unit: 'kB',
      size,
      grows,
      prepare: async (count) => async () => (await new TypedForm(count, kind).type()).length / 1000,
    },
  ];
});

const services = {
  registry: new ProviderRegistry([{ ...provider, load: async () => provider }]),
  connections: { list: async () => [emulatorConnection(provider, 'http://127.0.0.1:4010')] },
};

/** A request whose last signer's address is being typed. */
class TypedForm {
  readonly #session: ShownSession;
  readonly #changes: TextChanges;
  readonly #pointer: string;
  #text: string;
  #version = 1;

  constructor(count: number, kind: 'right' | 'wrong') {
    this.#text = signersText(count, kind);
    this.#session = {
      facts: { value: signersFacts(count), notice: undefined },
      attachments: { inspections: [] },
      isSending: false,
    };
    this.#changes = new TextChanges(this.#version, this.#text);
    this.#pointer = emailOf(count - 1);
  }

  /** Gives the message that the page is told. */
  readonly type = async (): Promise<string> => {
    this.#edit();
    const checked = await checkRequest(services, this.#text, this.#session.facts.value);
    if (checked.kind !== 'checked') throw new Error(`The request is ${checked.kind}.`);
    const rangeOf = rangesIn(this.#text);
    for (const { pointer } of checked.issues) rangeOf(pointer);
    return JSON.stringify(formState(checked, this.#session));
  };

  #edit(): void {
    const value = `typed${this.#version % 10}@example.com`;
    const changed = this.#changes.edited([{ kind: 'set', pointer: this.#pointer, value }], this.#version);
    if (changed === undefined || smallestReplacement(this.#text, changed.text) === undefined)
      throw new Error('Nothing was edited.');
    this.#changes.expect(changed);
    this.#text = changed.text;
    this.#version += 1;
    this.#changes.record(this.#version, this.#text);
  }
}
