import { type Command, UsageError } from '../surroundings';

export const referenceCommand: Command = {
  summary: 'Print all that is known of an API',
  help: ({
    registry,
  }) => `Prints the reference page of a provider in Markdown: how connections are authorized, every operation with its fields,
rules, replies and next steps, the documented failures, webhooks, points on which sources disagree, and the sources.

Usage: esign reference PROVIDER

Providers
${registry.entries.map(({ id, title }) => `  ${id.padEnd(16)}${title}`).join('\n')}
`,
  options: [],
  run: async ({ registry, out }, { positionals }) => {
    const [id, ...others] = positionals;
    const provider = id === undefined ? undefined : await registry.provider(id);
    if (provider === undefined || others.length > 0) {
      throw new UsageError(`Name one provider: ${registry.entries.map((one) => one.id).join(', ')}.`);
    }
    const { describedPage } = await import('../../headless/reference/describedPage');
    out(describedPage(provider));
    return 0;
  },
};
