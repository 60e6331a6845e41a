import { type Command, envFileOption, rewriteOption, UsageError } from '../surroundings';

export const runScenariosCommand: Command = {
  summary: 'Run scenario files and report what held',
  help: () => helpText,
  options: [
    envFileOption,
    rewriteOption,
    { name: 'workflow', type: 'string' },
    { name: 'connection', type: 'string' },
    { name: 'base-url', type: 'string' },
    { name: 'emulator', type: 'boolean' },
    { name: 'input', type: 'list' },
    { name: 'inputs', type: 'string' },
    { name: 'parallel', type: 'string' },
    { name: 'repeat', type: 'string' },
    { name: 'bail', type: 'boolean' },
    { name: 'timeout', type: 'string' },
    { name: 'retry', type: 'string' },
    { name: 'reporter', type: 'list' },
    { name: 'out', type: 'list' },
    { name: 'json', type: 'boolean' },
    { name: 'yes', type: 'boolean' },
  ],
  run: async (surroundings, args) => {
    if (args.positionals.length === 0) throw new UsageError('Name the scenario files or folders to run.');
    const { run } = await import('./run');
    return run(surroundings, args);
  },
};

const helpText = `Runs the workflows of scenario files (Arazzo 1.0, *.arazzo.yaml or .json) and reports what held.

Usage: esign run FILE|DIR|GLOB... [--emulator | --connection ID | --base-url URL] [options]

Where
  --emulator        On a fresh emulator on free ports for each workflow; those that depend on each other share one
  --connection ID   On an environment of the provider
  --base-url URL    At an address; otherwise ESIGN_<PROVIDER>_BASE_URL
  --env-file FILE   Variables that the environment does not have; without it those named ESIGN_… in .env of the
                    working directory, if there is one
  --rewrite PATTERN Replace every recipient by an address of your own, such as 'me+*@company.example', where * is made of
                    the original; also anna@example.com=me@company.example, other addresses of yours, which stay as
                    they are, and a number for phones, which are left out without one. May be given several times
  --yes             Send what has to be agreed to: to a live account, where real people get mail, or where
                    something is taken away. Without it nothing of such a workflow is sent

What
  --workflow ID     Only this one, with what it depends on. Without it all but those that only others run
  --input K=V       An input of the workflows; may be given several times. Otherwise ESIGN_INPUT_<NAME>,
                    then the variable of that name in esign.env.json of the working directory, or in the env file
  --inputs FILE     Inputs as a JSON object
  --repeat N        Each workflow so many times
  --parallel N      So many at the same time
  --bail            Start nothing after the first failure
  --retry N         Try the call of a step again up to N times where it did not pass and nothing was sent, or where a GET,
                    PUT or DELETE got no answer or 429, 502, 503 or 504. Each try is told
  --timeout S       Seconds that a workflow may take; 600 without it

Reports
  --reporter NAME   spec (without it), json, junit or github; may be given several times. NAME=FILE writes to a file
  --out FILE        A file for the last reporter that has none; may be given several times
  --json            The same as --reporter json:
                      { passed, failed, workflows: [{ file, workflowId, outcome, steps: [{ stepId, outcome,
                      durationMs, checks: [{ condition, passed, actual }] }] }] }, numbers count workflows;
                      problem { title, cause, nextStep } where no check says why; issues as "esign validate"
                      prints them where files have any

The reporter github prints annotations, and writes a summary to GITHUB_STEP_SUMMARY.
Credentials come from the environment as for "esign send", never from the file. Secrets and links are masked in every
report.

Exit codes
  0  every workflow passed
  1  a workflow failed
  2  a file or a request is not valid, or it is not said where to send
  3  no reply
  4  it has to be agreed to with --yes, nothing of the workflow was sent
`;
