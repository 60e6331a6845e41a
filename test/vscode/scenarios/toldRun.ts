import * as vscode from 'vscode';

/** What a run was told of each test, in order. */
export interface Told {
  readonly run: vscode.TestRun;
  readonly outcomes: string[];
  readonly messages: vscode.TestMessage[];
  output: string;
}

export function toldRun(onTold: (outcome: string) => void = () => {}): Told {
  const outcomes: string[] = [];
  const messages: vscode.TestMessage[] = [];
  const tell = (what: string) => (item: vscode.TestItem) => {
    outcomes.push(`${what} ${item.id}`);
    onTold(`${what} ${item.id}`);
  };
  const failed =
    (what: string) => (item: vscode.TestItem, said: vscode.TestMessage | readonly vscode.TestMessage[]) => {
      messages.push(...(Array.isArray(said) ? (said as vscode.TestMessage[]) : [said as vscode.TestMessage]));
      tell(what)(item);
    };
  const told: Told = {
    outcomes,
    messages,
    output: '',
    run: {
      name: undefined,
      token: new vscode.CancellationTokenSource().token,
      isPersisted: false,
      onDidDispose: new vscode.EventEmitter<void>().event,
      enqueued: () => {},
      started: tell('started'),
      passed: tell('passed'),
      skipped: tell('skipped'),
      failed: failed('failed'),
      errored: failed('errored'),
      appendOutput: (text) => {
        told.output += text;
      },
      addCoverage: () => {},
      end: () => {},
    },
  };
  return told;
}
