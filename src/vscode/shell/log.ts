import * as vscode from 'vscode';

export interface Log {
  info(message: string): void;
  error(message: string, cause?: unknown): void;
  show(): void;
}

/** The output channel "E-Sign Workbench", created with the first line. */
export function createLog(context: vscode.ExtensionContext): Log {
  let channel: vscode.LogOutputChannel | undefined;
  const open = (): vscode.LogOutputChannel => {
    if (channel === undefined) {
      channel = vscode.window.createOutputChannel('E-Sign Workbench', { log: true });
      context.subscriptions.push(channel);
    }
    return channel;
  };
  return {
    info: (message) => open().info(message),
    error: (message, cause) => open().error(cause === undefined ? message : `${message}\n${textOf(cause)}`),
    show: () => open().show(),
  };
}

function textOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const below = cause.cause === undefined ? '' : `\nCaused by: ${textOf(cause.cause)}`;
  return `${cause.stack ?? cause.message}${below}`;
}
