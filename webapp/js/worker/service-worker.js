/* global KEPT: what the server puts before this: the name of the cache, the offline page and its files. */

addEventListener('install', (event) => {
  // What a page says when it is closed goes past here: on this way it can be lost with its page.
  event.addRoutes?.({ condition: { urlPattern: `${registration.scope}api/*` }, source: 'network' });
  event.waitUntil(keep().then(() => skipWaiting()));
});

addEventListener('activate', (event) => event.waitUntil(forgetOthers().then(() => clients.claim())));

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate' && request.method === 'GET') {
    event.respondWith(page(event));
  } else if (KEPT.files.includes(new URL(request.url).pathname)) {
    event.respondWith(caches.match(request).then((file) => file ?? fetch(request)));
  }
});

addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data?.url));
});

async function page(event) {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(speakTheSame(answer));
    return answer;
  } catch (offline) {
    return (await caches.match(KEPT.page)) ?? Promise.reject(offline);
  }
}

async function keep() {
  const cache = await caches.open(KEPT.cache);
  await cache.addAll([KEPT.page, ...KEPT.files]);
}

async function forgetOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(KEPT.family) && name !== KEPT.cache);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The reader may have chosen another language since. */
async function speakTheSame(answer) {
  const kept = await caches.match(KEPT.page);
  const language = answer.headers.get('Content-Language');
  if (language && language !== kept?.headers.get('Content-Language')) {
    await (await caches.open(KEPT.cache)).add(KEPT.page);
  }
}

/** Brings a window of Warren to the front and leads it there, one that is there already before any other. */
async function lead(url) {
  // Pages that were there before the worker are none of its own, but Warren's all the same.
  const all = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const windows = all.filter((window) => window.url.startsWith(registration.scope));
  const place = url?.split('#')[0];
  const open = windows.find((window) => window.url.split('#')[0] === place) ?? windows[0];
  if (!open) {
    await clients.openWindow(url ?? registration.scope);
    return;
  }
  await open.focus();
  if (url) {
    open.postMessage({ lead: url });
  }
}
