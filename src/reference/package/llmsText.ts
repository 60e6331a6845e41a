import type { Provider } from '../../core/provider';

/** A page that lies in the package, as a list names it. */
export interface ListedPage {
  readonly title: string;
  /** From the file that lists it. */
  readonly path: string;
  readonly about: string;
}

/** What an assistant reads first: https://llmstxt.org */
export function llmsText(description: string, providers: readonly Provider[], skills: readonly ListedPage[]): string {
  return `# E-Sign Workbench

> ${description}

The command \`esign\` and the module \`esign-workbench\` check, send and explain requests of e-signature APIs, play whole
journeys, and emulate the APIs on this machine: without keys, and nothing is mailed. Start with the emulator; a live account
is asked about before anything leaves, and only a person answers that.

- \`npx esign operations\` lists all operations, \`npx esign --help\` all commands; \`--json\` is a contract.
- \`npx esign emulator --json\` runs the emulators and prints their addresses and demo accounts.
- \`npx esign mcp\` serves tools by the Model Context Protocol: find, describe, make, check, send, explain, sign.
- README.md shows the module with its types, testing.md tests of an application by four runners,
  teams.md an emulator for CI and teams.

What is known of each API, as a page of Markdown:

${providers.map(referenceOf).join('\n')}
${skills.length === 0 ? '' : `\n## Skills\n\n${skills.map(lineOf).join('\n')}\n`}
## Optional

- [Licences of what is bundled](THIRD_PARTY_NOTICES.txt)
`;
}

function referenceOf({ id, title, notice, operations }: Provider): string {
  const fact = `${operations.length} operations with their fields, rules, failures and sources`;
  return `- \`npx esign reference ${id}\`: ${title}, ${notice === undefined ? fact : `${fact}. ${notice}`}`;
}

function lineOf({ title, path, about }: ListedPage): string {
  return `- [${title}](${path}): ${about}`;
}
