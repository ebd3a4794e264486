const PATIENCE = 5_000;

/** The address of a socket, from a path of this server. */
export function socketAddress(path) {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${location.host}${path}`;
}

/** Whether sockets go through to the server: tries the one that answers everybody. */
export function socketsGoThrough() {
  const { base } = document.documentElement.dataset;
  const socket = new WebSocket(socketAddress(`${base}/ws/echo`));
  return new Promise((resolve) => {
    socket.addEventListener('open', () => resolve(true));
    socket.addEventListener('close', () => resolve(false));
    setTimeout(() => resolve(false), PATIENCE);
  }).finally(() => socket.close());
}
