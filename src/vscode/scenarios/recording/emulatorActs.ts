import type * as vscode from 'vscode';
import { addressOn, pathAndQueryOf } from '../../../core/addresses/webAddress';
import type { EmulatorAct, Emulators } from '../../emulator/emulators';
import type { Sender } from '../../sending/sender';
import { runOfAct } from './runOfAct';

interface Services {
  readonly emulators: Pick<Emulators, 'onDidAct' | 'address'>;
  readonly sender: Pick<Sender, 'record' | 'onDidEnter'>;
}

/** Keeps what somebody does to the emulators by hand in the history, as the calls that do the same. */
export class EmulatorActs implements vscode.Disposable {
  readonly #sender: Services['sender'];
  readonly #listening: readonly vscode.Disposable[];
  /** A page that was opened and may be decided on: signing says that it was opened, too. */
  #opened: { readonly link: string; readonly record: () => void } | undefined;

  constructor({ emulators, sender }: Services) {
    this.#sender = sender;
    this.#listening = [
      emulators.onDidAct((act) => this.#take(atHome(act, (id) => emulators.address(id)))),
      sender.onDidEnter(({ cause }) => cause !== 'page' && this.flush()),
    ];
  }

  /** Nothing more will be done on the page that was opened last. */
  flush(): void {
    const opened = this.#opened;
    this.#opened = undefined;
    opened?.record();
  }

  dispose(): void {
    for (const listening of this.#listening) listening.dispose();
  }

  #take(act: EmulatorAct): void {
    const link = act.kind === 'page' ? act.act.link : undefined;
    if (link !== undefined && link === this.#opened?.link) this.#opened = undefined;
    this.flush();
    const run = runOfAct(act);
    const record = () => this.#sender.record(run);
    if (link !== undefined && isOpening(act)) this.#opened = { link, record };
    else record();
  }
}

/** A browser may reach a page by another name of this machine than the one that its link was made with. */
function atHome(act: EmulatorAct, address: Emulators['address']): EmulatorAct {
  if (act.kind !== 'page') return act;
  const { link } = act.act;
  const baseUrl = address(act.provider) ?? act.baseUrl;
  const own = link && addressOn(baseUrl, pathAndQueryOf(link));
  return { ...act, baseUrl, act: { ...act.act, link: own ?? link } };
}

function isOpening(act: EmulatorAct): boolean {
  return act.kind === 'page' && act.act.action === 'open';
}
