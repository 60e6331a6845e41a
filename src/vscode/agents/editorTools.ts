import * as vscode from 'vscode';
import type { AgentTool } from '../../agents/agentTool';
import { agentTools } from '../../agents/agentTools';
import { callTool } from '../../agents/callTool';
import { askToSend } from '../sending/askToSend';
import { toolPrefix } from '../shell/ids';
import type { AgentServices } from './agentServices';
import { describeInvocation } from './describeInvocation';
import { EditorWorkplace } from './editorWorkplace';

/** The tools of assistants over the connections, the history and the one door of this window. */
export class EditorTools {
  readonly #services: AgentServices;
  readonly #workplace: EditorWorkplace;

  constructor(services: AgentServices) {
    this.#services = services;
    this.#workplace = new EditorWorkplace(services);
  }

  prepare(name: string, input: unknown): Promise<vscode.PreparedToolInvocation> {
    return describeInvocation(this.#services, toolNamed(name), input);
  }

  /** What is to be asked is asked of the person, in the dialogs of every send. */
  async invoke(name: string, input: unknown, token: vscode.CancellationToken): Promise<vscode.LanguageModelToolResult> {
    const controller = new AbortController();
    const stopping = token.onCancellationRequested(() => controller.abort());
    try {
      const call = { signal: controller.signal, ask: askToSend };
      const answer = await callTool(this.#workplace, toolNamed(name), input, call);
      const content = answer.kind === 'answered' ? answer.output : { refused: answer.said };
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(content))]);
    } finally {
      stopping.dispose();
    }
  }
}

function toolNamed(name: string): AgentTool {
  const tool = agentTools.find((one) => `${toolPrefix}${one.name}` === name);
  if (tool === undefined) throw new Error(`There is no tool ${name}.`);
  return tool;
}
