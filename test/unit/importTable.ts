/** Zones by the start of a path; the first that fits. */
export const zones = [
  ['src/core/scenarios/', 'core/scenarios'],
  ['src/core/requests/editing/', 'core/editing'],
  ['src/core/portable/', 'core/portable'],
  ['src/core/forms/rows/', 'core/rows'],
  ['src/core/', 'core'],
  ['src/kit/', 'kit'],
  ['src/providers/index.ts', 'providers'],
  ['src/providers/', 'provider'],
  ['src/emulator/', 'emulator'],
  ['src/protocol/', 'protocol'],
  ['src/node/', 'node'],
  ['src/vscode/', 'vscode/'],
  ['src/extension.ts', 'vscode/'],
  ['src/agents/', 'agents'],
  ['src/headless/scenarios/', 'headless/scenarios'],
  ['src/headless/agents/', 'headless/agents'],
  ['src/headless/', 'headless'],
  ['src/cli/', 'cli'],
  ['src/package/', 'package'],
  ['src/reference/', 'reference'],
  ['webview/ui/', 'webview/ui'],
  ['webview/', 'webview'],
] as const;
export type Zone = (typeof zones)[number][1];

/** They carry calls through proxies. */
const proxyAgents = ['http-proxy-agent', 'https-proxy-agent', 'socks-proxy-agent'];

/** What each zone may import: zones and packages. A zone in `types` may be imported for its types alone. */
export const mayImport: Readonly<
  Record<Zone, { readonly yes: readonly string[]; readonly types?: readonly string[] }>
> = {
  core: { yes: ['core', 'protocol', 'zod', 'fastest-levenshtein', '@vscode/l10n'] },
  // Scenario files are YAML and ask JSONPath. The rest of the core, which the shell loads at its start, knows neither.
  'core/scenarios': {
    yes: ['core', 'core/scenarios', 'protocol', 'zod', 'yaml', 'jsonpath-rfc9535', '@vscode/l10n'],
  },
  // Code in other languages comes from a library, and one of the foreign collections is YAML.
  // A change of one value leaves the rest of a text as its author wrote it.
  'core/editing': { yes: ['core', 'core/editing', 'protocol', 'jsonc-parser', '@vscode/l10n'] },
  'core/portable': {
    yes: ['core', 'core/portable', 'protocol', 'zod', 'yaml', '@readme/httpsnippet', '@vscode/l10n'],
  },
  // What spreadsheets write is read by a library that only whoever pastes rows needs.
  'core/rows': { yes: ['core', 'core/rows', 'protocol', 'papaparse', '@vscode/l10n'] },
  kit: { yes: ['core', 'kit', 'zod', '@vscode/l10n'], types: ['protocol'] },
  providers: { yes: ['provider', 'core'] },
  // Why a value was left out is said to whoever translates a request.
  provider: { yes: ['core', 'kit', 'provider', 'zod', '@vscode/l10n'], types: ['protocol'] },
  emulator: { yes: ['core', 'emulator', 'zod'], types: ['protocol'] },
  protocol: { yes: ['protocol', '@vscode/l10n'] },
  node: { yes: ['core', 'emulator', 'node', 'node:*', 'zod', 'node-fetch', '@vscode/l10n', ...proxyAgents] },
  // Scenarios run in the editor as they do on the command line.
  'vscode/': {
    yes: [
      ...['core', 'core/scenarios', 'core/portable', 'core/rows', 'core/editing', 'providers', 'emulator'],
      ...['protocol', 'node'],
      // So do the tools of assistants.
      ...['headless/scenarios', 'headless/agents', 'agents'],
      ...['vscode/', 'vscode', '@vscode/l10n', 'node:*', 'zod', 'libphonenumber-js'],
    ],
  },
  headless: {
    yes: [
      ...['core', 'core/scenarios', 'core/portable', 'core/editing', 'emulator', 'node', 'headless'],
      ...['headless/scenarios', 'node:*', 'zod'],
    ],
    types: ['protocol', 'agents'],
  },
  'headless/agents': {
    yes: [
      ...['core', 'core/scenarios', 'emulator', 'node', 'headless', 'headless/scenarios', 'headless/agents'],
      ...['node:*', 'zod'],
    ],
    types: ['protocol', 'agents'],
  },
  'headless/scenarios': {
    yes: ['core', 'core/scenarios', 'emulator', 'node', 'headless', 'headless/scenarios', 'node:*'],
    types: ['protocol'],
  },
  // What assistants do is the same in the editor and on the command line.
  agents: {
    yes: ['core', 'emulator', 'agents', 'protocol', 'zod'],
    types: ['headless', 'headless/scenarios'],
  },
  // The version it prints stands in package.json.
  cli: {
    yes: [
      ...['core', 'core/portable', 'providers', 'headless', 'headless/scenarios', 'headless/agents', 'agents', 'cli'],
      ...['node', 'node:*'],
      ...['package.json', '@modelcontextprotocol/server'],
    ],
    types: ['protocol'],
  },
  // Its command is the command line.
  package: {
    yes: ['core', 'providers', 'emulator', 'headless', 'headless/scenarios', 'cli', 'node', 'package', 'node:*', 'zod'],
    types: ['protocol'],
  },
  reference: { yes: ['core', 'providers', 'headless', 'reference', 'node:*', 'zod'] },
  webview: { yes: ['protocol', 'webview', 'webview/ui', 'preact', 'uqr', '@vscode/l10n'] },
  'webview/ui': { yes: ['protocol', 'webview/ui', 'preact', '@vscode/l10n', '@vscode/webview-ui-toolkit'] },
};

export function zoneOf(path: string): Zone | undefined {
  return zones.find(([start]) => path.startsWith(start))?.[1];
}
