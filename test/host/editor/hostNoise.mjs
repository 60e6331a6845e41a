// The host comes without a few native modules that it can do without, and says so at length.
const noise = [
  /^\s*$/,
  /Could not locate the bindings file/,
  /^\s*→ /,
  /^\s*(tries: \[|\]|\}|'.*\.node',?)$/,
  /^\s+at .*(node_modules[\\/]bindings|@vscode[\\/]spdlog|server-main\.js|extensionHostProcess\.js|node:internal)/,
  /spdlog|sqlite3|vsda|kerberos|windows-|native-watchdog|deviceid/,
  /\[(ManagementConnection|ExtensionHostConnection|AgentHostChannel|reconnection-grace-time)\]/,
  /open-vsx|gallery|ENOTFOUND|extensionquery/,
  // The server's own log.
  /^\[\d\d:\d\d:\d\d\]/,
  /^(Creating a socket|Resolv(ing|ed) connection token|a socket was left hanging|Updating additional builtin extensions)/,
  /^\[(Service Worker|AgentHost[^\]]*|AccountPolicyGate|DefaultAccount)\]/,
  /Extension host agent started|Session server listening|HTTP server listening|Authentication is disabled|Not serving HTTPS/,
  /\binfo {2}(code-server|Using )/,
];

/** @param {string} line */
export function isHostNoise(line) {
  return noise.some((pattern) => pattern.test(line));
}
