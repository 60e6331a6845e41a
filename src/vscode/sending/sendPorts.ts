import * as vscode from 'vscode';
import type { DiagnosisPorts } from '../../core/diagnosis/diagnose';
import type { HttpLimits } from '../../core/http';
import type { ProviderRegistry } from '../../core/registry';
import { readAllowList } from '../../core/sending/asking/allowList';
import type { CallMeter } from '../../core/sending/politeness/callMeter';
import type { DoorPorts, SendPorts } from '../../core/sending/ports';
import { SendSession } from '../../core/sending/sendSession';
import type { TokenCache } from '../../core/sending/tokens/tokenCache';
import { networkLook } from '../../node/http/networkLook';
import { ReplyFiles } from '../../node/http/replyFiles';
import { nodeMachine } from '../../node/nodeMachine';
import type { Connections } from '../connections/connections';
import type { CredentialKeeper } from '../credentials/credentialKeeper';
import { offerToMoveAccount } from '../credentials/moveProxyAccount';
import { Passphrases } from '../credentials/passphrases';
import { proxyAccounts } from '../credentials/proxyAccounts';
import type { Log } from '../shell/log';
import { readNumber, readUserSetting } from '../shell/settings/settings';
import { askToSend } from './askToSend';
import { readAttachment } from './attachments';
import { editorRoutes, networkSettings } from './network/editorNetwork';
import { editorRemarks } from './network/editorRemarks';
import type { EditorRoutes } from './network/editorRoutes';
import { replyFolder } from './replyFolder';

export interface SendPortsParts {
  readonly context: vscode.ExtensionContext;
  readonly registry: ProviderRegistry;
  readonly connections: Connections;
  readonly credentials: CredentialKeeper;
  readonly meter: CallMeter;
  readonly log: Log;
}

/** The ports of this editor window's sends, with one session behind them. */
export class SendPortsSource {
  readonly #parts: SendPortsParts;
  readonly #routes: EditorRoutes;
  readonly #session: SendSession;
  readonly #passphrases: Passphrases;
  readonly #files: ReplyFiles;

  constructor(parts: SendPortsParts) {
    this.#parts = parts;
    this.#routes = editorRoutes(parts.context, {
      proxyAuthorization: (proxy) => proxyAccounts(parts.context, parts.log).authorization(proxy),
      onRoute: () => void offerToMoveAccount(parts),
    });
    this.#session = new SendSession(nodeMachine(undefined, this.#routes), parts.meter);
    this.#passphrases = new Passphrases(parts.context, parts.log);
    this.#files = new ReplyFiles(replyFolder(parts.context));
    parts.context.subscriptions.push(this.#files);
  }

  /** For what nobody clicked: without a way to ask. */
  ports(folder?: string): SendPorts {
    const { credentials } = this.#parts;
    return this.#session.ports({
      limits: limits(),
      // The user's own list: what a folder brings along must not widen it.
      allowedRecipients: readAllowList(readUserSetting('send.allowedRecipients')),
      credentials: ({ connection }) => credentials.read(connection),
      tlsPassphrase: async (connection, source) =>
        source === 'known' ? this.#passphrases.known(connection) : undefined,
      readFile: (path) => readAttachment(folder === undefined ? undefined : vscode.Uri.parse(folder, true), path),
    });
  }

  /** For what is shown reply by reply: large ones are kept whole. */
  keepingPorts(folder?: string): DoorPorts {
    const ports = this.doorPorts(folder);
    return { ...ports, limits: { ...ports.limits, larger: this.#files } };
  }

  doorPorts(folder?: string): DoorPorts {
    const { credentials, connections, registry } = this.#parts;
    return {
      ...this.ports(folder),
      operation: (id) => registry.operation(id),
      nearestOperations: (id) => registry.nearestOperations(id),
      connection: (provider, id) => connections.find(provider, id),
      enterCredentials: ({ provider, connection }) => credentials.ask(provider, connection),
      tlsPassphrase: this.#passphrases.ask,
      ask: askToSend,
    };
  }

  /** Somebody asked for it, and can be asked. */
  diagnosisPorts(): DiagnosisPorts {
    const sending = this.doorPorts();
    const look = networkLook(this.#routes, sending.limits.connectTimeoutMs);
    return { sending, look, remarks: () => editorRemarks(networkSettings()) };
  }

  get tokens(): TokenCache {
    return this.#session.tokens;
  }
}

function limits(): HttpLimits {
  return {
    connectTimeoutMs: readNumber('send.connectTimeoutSeconds') * 1000,
    totalTimeoutMs: readNumber('send.totalTimeoutSeconds') * 1000,
    maxBytes: readNumber('send.maxReplyMegabytes') * 1024 * 1024,
  };
}
