import type { Connection } from '../../core/connections/connection';
import { prepareInputs } from '../../core/scenarios/inputs/inputs';
import type { LinkedScenario, LinkedWorkflow } from '../../core/scenarios/linking/linkedScenario';
import { foreseeQuestion } from '../../core/scenarios/running/asking/foresee';
import { isAgreedTo } from '../../core/scenarios/running/asking/isAgreedTo';
import { inputFault } from '../../core/scenarios/running/runWords';
import type { Question } from '../../core/sending/asking/question';
import type { SendPorts } from '../../core/sending/ports';
import type { JsonObject } from '../../protocol/json';
import type { ProblemText } from '../../protocol/reply';
import type { WorkflowStart } from './runGroup';

export interface AgreementOptions extends Pick<SendPorts, 'ask' | 'policy'> {
  readonly scenario: LinkedScenario;
  readonly connections: ReadonlyMap<string, Connection>;
  /** What whoever started it does about inputs that do not fit. */
  readonly giveInputs: string;
  /** What is said of a workflow that was not agreed to. */
  readonly declined: ProblemText;
}

/** What is asked before a workflow starts, so that its steps need not ask one by one. */
export class Agreements {
  readonly #options: AgreementOptions;
  readonly #agreed = new Map<string, Question>();

  constructor(options: AgreementOptions) {
    this.#options = options;
  }

  async start(workflow: LinkedWorkflow, inputs: JsonObject): Promise<WorkflowStart> {
    const { scenario, connections, policy, ask, giveInputs, declined } = this.#options;
    const prepared = prepareInputs(workflow, inputs);
    if (prepared.kind === 'faults') return { kind: 'refused', said: inputFault(prepared.faults, giveInputs) };
    const question = foreseeQuestion(scenario, workflow, inputs, (id) => connections.get(id), policy);
    if (question === undefined) return { kind: 'inputs', inputs };
    if (ask === undefined) return { kind: 'refused', problem: { kind: 'unanswered', question } };
    if (!(await ask(question))) return { kind: 'skipped', said: declined };
    this.#agreed.set(workflow.workflowId, question);
    return { kind: 'inputs', inputs };
  }

  /** Asks again only for what could not be foreseen. */
  asking<Ports extends SendPorts>({ workflowId }: LinkedWorkflow, ports: Ports): Ports {
    const { ask } = this.#options;
    if (ask === undefined) return ports;
    return { ...ports, ask: async (question) => isAgreedTo(question, this.#agreed.get(workflowId)) || ask(question) };
  }
}
