// npm run screenshots: takes the pictures of the README anew.
import { bootstrap } from './bootstrap.mjs';

await bootstrap();
const { takePictures } = await import('./run/takePictures.mjs');
process.exitCode = await takePictures();
