// Long steps say what they do, and that they are still doing it.
const interval = 10_000;

/** @template T @param {string} what @param {() => Promise<T>} work @returns {Promise<T>} */
export async function step(what, work) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  console.info(`… ${what}`);
  const timer = setInterval(() => console.info(`… ${what}, ${seconds()}`), interval);
  try {
    const result = await work();
    console.info(`✓ ${what}, ${seconds()}`);
    return result;
  } catch (error) {
    console.info(`✗ ${what}, ${seconds()}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
