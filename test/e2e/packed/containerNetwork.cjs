// Gives a process what it has in a container: ports of its own, and the names of other containers.
const net = require('node:net');

/** @type {{ port: number, mapped: number, names: readonly string[] }} */
const { port, mapped, names } = JSON.parse(process.env['ESIGN_TEST_NETWORK'] ?? '');
const { listen } = net.Server.prototype;
const { connect } = net.Socket.prototype;

/** @param {unknown[]} args */
net.Server.prototype.listen = function (...args) {
  const [first] = args;
  if (typeof first === 'object') redirect(first);
  else if (Number(first) === port) args[0] = mapped;
  return Reflect.apply(listen, this, args);
};

/** @param {unknown[]} args */
net.Socket.prototype.connect = function (...args) {
  const [first] = args;
  redirect(Array.isArray(first) ? first[0] : first);
  return Reflect.apply(connect, this, args);
};

/** @param {unknown} target */
function redirect(target) {
  if (typeof target !== 'object' || target === null) return;
  const options = /** @type {net.TcpNetConnectOpts} */ (target);
  if (Number(options.port) !== port) return;
  options.port = mapped;
  if (names.includes(options.host ?? '')) options.host = '127.0.0.1';
}
