import type { Problem } from '../core/problems/problem';
import type { EnvironmentVariables } from './environmentName';

/** The variable that names a proxy for an address where nothing answered. Requests go out without it. */
export function unusedProxy(problem: Problem | undefined, env: EnvironmentVariables): string | undefined {
  if (problem?.kind !== 'noReply' || !silent.has(problem.failure.kind)) return undefined;
  const name = problem.url.startsWith('https:') ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  return [name, name.toLowerCase(), 'ALL_PROXY', 'all_proxy'].find((one) => env[one]?.trim());
}

const silent: ReadonlySet<string> = new Set(['unreachable', 'timedOut']);
