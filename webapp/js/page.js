import { noteReader } from './lib/reader.js';
import { localize, localizeWithin } from './lib/time.js';

noteReader();
document.querySelectorAll('time').forEach(localize);
document.querySelectorAll('[data-dates]').forEach(localizeWithin);

// The worker has an offline page at hand. Browsers let one in over HTTPS and on localhost alone.
const worker = document.querySelector('link[rel="manifest"]').dataset.worker;
if ('serviceWorker' in navigator) {
  const policy = globalThis.trustedTypes?.createPolicy('warren-worker', { createScriptURL: (url) => url });
  // A notice was clicked.
  navigator.serviceWorker.addEventListener('message', ({ data }) => data.lead && location.assign(data.lead));
  navigator.serviceWorker.register(policy ? policy.createScriptURL(worker) : worker).catch(() => {
    // Without it all is as before, only not offline.
  });
}
