import type { Environment } from '../core/provider';

type Hosts = NonNullable<Environment['hosts']>;

/** Where documents are real. */
export function production(title: string, baseUrl: string, hosts?: Hosts): Environment {
  return { id: 'production', title, baseUrl, ...(hosts !== undefined && { hosts }), live: true };
}

/** Where documents are of no consequence. */
export function sandbox(id: string, title: string, baseUrl: string, hosts?: Hosts): Environment {
  return { id, title, baseUrl, ...(hosts !== undefined && { hosts }), live: false };
}
