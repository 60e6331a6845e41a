import { randomUUID } from 'node:crypto';
import type * as vscode from 'vscode';
import type { HttpClient, HttpLimits } from '../../core/http';
import type { SendPorts } from '../../core/sending/ports';
import { TokenCache } from '../../core/sending/tokenCache';
import { createHttpClient } from '../../node/httpClient';
import type { CredentialKeeper } from '../services';
import { readRequestFile } from './requestFiles';
import { readSetting } from './settings';

/** What outlives a single send: the HTTP client and the tokens. */
export class SendPortsSource {
  readonly #credentials: CredentialKeeper;
  readonly #http: HttpClient = createHttpClient();
  readonly #tokens = new TokenCache();

  constructor(credentials: CredentialKeeper) {
    this.#credentials = credentials;
  }

  ports(folder?: vscode.Uri): SendPorts {
    return {
      http: this.#http,
      limits: limits(),
      tokens: this.#tokens,
      credentials: (connection) => this.#credentials.read(connection),
      readFile: (path) => readRequestFile(folder, path),
      now: () => Date.now(),
      newId: () => randomUUID(),
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
