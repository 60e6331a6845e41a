import net from 'node:net';
import tls from 'node:tls';
import { selfSigned } from '../../unit/node/selfSigned';

export interface TlsFront {
  readonly host: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Takes https for a server that speaks http: client libraries of APIs on the internet know nothing else. */
export async function startTlsFront(baseUrl: string): Promise<TlsFront> {
  const { hostname: host, port } = new URL(baseUrl);
  const open = new Set<net.Socket>();
  const server = tls.createServer(selfSigned, (socket) => {
    const behind = net.connect(Number(port), host);
    socket.pipe(behind).pipe(socket);
    for (const [end, other] of [
      [socket, behind],
      [behind, socket],
    ] as const) {
      open.add(end);
      // Whoever waits at the other end learns of a broken connection by its end.
      end.on('error', () => other.destroy());
      end.once('close', () => open.delete(end));
    }
  });
  server.listen(0, host);
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    host,
    port: (server.address() as net.AddressInfo).port,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
