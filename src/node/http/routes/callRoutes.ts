import type http from 'node:http';
import type { TlsMaterial } from '../../../core/connections/connectionTls';
import type { ProxyFailure } from '../../../core/http';

/** The way of a call. */
export interface CallRoute {
  /** Node's own without it. */
  readonly agent?: http.Agent;
  /** That the call goes through; undefined where it goes straight, or where somebody else decides. */
  readonly proxy?: Pick<ProxyFailure, 'proxy' | 'source'>;
}

/** Decides which way calls go: straight or through a proxy, with which certificates. */
export interface CallRoutes {
  /** Throws ProxyFault for a proxy that cannot be one. */
  routeOf(address: string, tls: TlsMaterial | undefined): Promise<CallRoute>;
}

/** A proxy did not carry a call. */
export class ProxyFault extends Error {
  override readonly name = 'ProxyFault';
  readonly failure: ProxyFailure;

  constructor(failure: ProxyFailure, cause?: unknown) {
    super(failure.detail, { cause });
    this.failure = failure;
  }
}
