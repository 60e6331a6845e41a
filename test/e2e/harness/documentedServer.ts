import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Operation } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import { createRouter } from '../../../src/core/routing/router';
import { atEnd } from '../../host/lifetime.mjs';
import { sampleReply } from '../../providers/sampleReply';

/** A server of this machine that is no emulator: it knows no account, and answers each call with what is documented. */
export interface DocumentedServer {
  readonly url: string;
  /** Operations that were called, by id. */
  readonly called: readonly string[];
  /** From then on nobody is let in, or everybody is. */
  refuse(isRefusing: boolean): void;
  end(): Promise<void>;
}

export async function startDocumentedServer({ operations, pathPrefix }: Provider): Promise<DocumentedServer> {
  const router = createRouter<Operation>(operations, { prefix: pathPrefix });
  const called: string[] = [];
  let isRefusing = false;
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    const operation = router.match(request.method ?? '', path)?.calls[0];
    request.resume().on('end', () => {
      if (operation === undefined) return void response.writeHead(404).end();
      called.push(operation.id);
      response.setHeader('content-type', 'application/json');
      if (isRefusing) return void response.writeHead(401).end('{}');
      const [status, schema] = documentedSuccess(operation);
      const body = schema === undefined ? undefined : sampleReply(schema);
      response.writeHead(status).end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const end = async (): Promise<void> => {
    forget();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  const forget = atEnd(end);
  return {
    url: `http://127.0.0.1:${port}`,
    called,
    refuse: (refusing) => {
      isRefusing = refusing;
    },
    end,
  };
}

function documentedSuccess({ replies }: Operation) {
  const [first] = Object.entries(replies).filter(([status]) => status.startsWith('2'));
  return [Number(first?.[0] ?? 200), first?.[1]] as const;
}
