import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { HttpClient, HttpLimits } from '../../core/http';
import { readAllowList } from '../../core/sending/allowList';
import { Confirmations } from '../../core/sending/mayBeSent';
import type { DoorPorts, SendPorts } from '../../core/sending/ports';
import { TokenCache } from '../../core/sending/tokenCache';
import { giveWay } from '../../node/giveWay';
import { createHttpClient } from '../../node/httpClient';
import type { Services } from '../services';
import { readSetting, readUserSetting } from '../shell/settings';
import { askToSend } from './askToSend';
import { readRequestFile } from './requestFiles';

/** What outlives a single send: the HTTP client, the tokens, and what was agreed to in this session. */
export class SendPortsSource {
  readonly #parts: Pick<Services, 'credentials' | 'connections' | 'registry'>;
  readonly #http: HttpClient = createHttpClient();
  readonly #tokens = new TokenCache();
  readonly #confirmations = new Confirmations();

  constructor(parts: Pick<Services, 'credentials' | 'connections' | 'registry'>) {
    this.#parts = parts;
  }

  /** For what nobody clicked: without a way to ask. */
  ports(folder?: string): SendPorts {
    const { credentials } = this.#parts;
    return {
      http: this.#http,
      limits: limits(),
      tokens: this.#tokens,
      // The user's own list: what a folder brings along must not widen it.
      policy: {
        allowedRecipients: readAllowList(readUserSetting('send.allowedRecipients')),
        confirmations: this.#confirmations,
      },
      credentials: ({ connection }) => credentials.read(connection),
      readFile: (path) => readRequestFile(folder === undefined ? undefined : vscode.Uri.parse(folder, true), path),
      now: () => Date.now(),
      newId: () => randomUUID(),
      pause: giveWay,
    };
  }

  doorPorts(folder?: string): DoorPorts {
    const { credentials, connections, registry } = this.#parts;
    return {
      ...this.ports(folder),
      operation: (id) => registry.operation(id),
      nearestOperations: (id) => registry.nearestOperations(id),
      connection: (provider, id) => connections.find(provider, id),
      enterCredentials: ({ provider, connection }) => credentials.ask(provider, connection),
      ask: askToSend,
    };
  }

  forgetTokens(): void {
    this.#tokens.clear();
  }
}

function limits(): HttpLimits {
  return {
    connectTimeoutMs: readSetting('send.connectTimeoutSeconds') * 1000,
    totalTimeoutMs: readSetting('send.totalTimeoutSeconds') * 1000,
    maxBytes: readSetting('send.maxReplyMegabytes') * 1024 * 1024,
  };
}
