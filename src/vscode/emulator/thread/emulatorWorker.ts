import { parentPort } from 'node:worker_threads';
import { ProviderRegistry } from '../../../core/registry';
import { providers } from '../../../providers';
import { serveEmulators } from './serveEmulators';

// Begun as a thread, and as nothing else.
if (parentPort !== null) serveEmulators(new ProviderRegistry(providers), parentPort);
