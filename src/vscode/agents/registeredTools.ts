import * as vscode from 'vscode';
import { isRecord } from '../../core/json/jsonKinds';
import type { AgentServices } from './agentServices';

/** Registers every tool that package.json names. What they do is loaded when the first is used. */
export function registerAgentTools(services: AgentServices): void {
  const { context } = services;
  const tools = new Once(async () => {
    const { EditorTools } = await import('./editorTools');
    return new EditorTools(services);
  });
  for (const name of namesIn(context.extension.packageJSON)) {
    context.subscriptions.push(
      vscode.lm.registerTool(name, {
        prepareInvocation: async ({ input }) => (await tools.get()).prepare(name, input),
        invoke: async ({ input }, token) => (await tools.get()).invoke(name, input, token),
      }),
    );
  }
}

class Once<Value> {
  readonly #load: () => Promise<Value>;
  #loaded: Promise<Value> | undefined;

  constructor(load: () => Promise<Value>) {
    this.#load = load;
  }

  get(): Promise<Value> {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }
}

/** The tables are in the manifest already: at the start nothing else is read for it. */
function namesIn(manifest: unknown): readonly string[] {
  const contributes = isRecord(manifest) ? manifest['contributes'] : undefined;
  const tools = isRecord(contributes) ? contributes['languageModelTools'] : undefined;
  return (Array.isArray(tools) ? tools : []).flatMap((tool: unknown) =>
    isRecord(tool) && typeof tool['name'] === 'string' ? [tool['name']] : [],
  );
}
