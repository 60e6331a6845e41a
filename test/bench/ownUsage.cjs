// Loaded before a program: tells at its end what it has used, as the last line of its errors.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(2, `\n${JSON.stringify({ ms: (userCPUTime + systemCPUTime) / 1000, MB: maxRSS / 1000 })}\n`);
});
