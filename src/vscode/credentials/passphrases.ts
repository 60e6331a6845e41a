import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Connection } from '../../core/connections/connection';
import type { SenderPorts } from '../../core/sending/sendSession';
import { showInput } from '../shell/asking/boxes';
import type { Log } from '../shell/log';
import { showWarning } from '../shell/notices';
import { SecretBox } from './secretBox';

type AskPassphrase = NonNullable<SenderPorts['tlsPassphrase']>;

/** The passphrases of client certificates, in the editor's secret storage. */
export class Passphrases {
  readonly #box: SecretBox;

  constructor(context: Pick<vscode.ExtensionContext, 'secrets'>, log: Log) {
    this.#box = new SecretBox(context.secrets, {
      warn: (message) => void showWarning(message),
      log: (message, cause) => log.error(message, cause),
    });
  }

  /** What is known of the connection's key. */
  async known(connection: Connection): Promise<string | undefined> {
    return this.#box.get(passphraseKey(connection.provider, connection.id));
  }

  /** Asks where there is none, or another one opens it. */
  readonly ask: AskPassphrase = async (connection, source) => {
    if (source === 'known') return this.known(connection);
    const { pkcs12File, keyFile, certificateFile } = connection.tls ?? {};
    const entered = await showInput({
      title: t('Client certificate of {0}', connection.title),
      prompt: passphraseText(pkcs12File ?? keyFile ?? certificateFile),
      password: true,
    });
    if (entered === undefined || entered === '') return undefined;
    await this.#box.set(passphraseKey(connection.provider, connection.id), entered);
    return entered;
  };
}

export function passphraseKey(provider: string, connection: string): string {
  return JSON.stringify(['certificate', provider, connection]);
}

function passphraseText(file: string | undefined): string {
  return file === undefined ? t('The passphrase of its key') : t('The passphrase of {0}', file);
}
