import { headline } from './event-view.js';

const button = document.getElementById('inbox-notify');
const known = 'Notification' in window;

/** Tells through the browser of what happens while nobody looks; asks for leave only when told to. */
export function offerNotices() {
  button.hidden = !known || Notification.permission !== 'default';
  button.addEventListener('click', async () => {
    await Notification.requestPermission();
    button.hidden = Notification.permission !== 'default';
  });
}

/** Several open pages show one notice: the browser replaces those of one tag. Nothing that fails here goes further. */
export function notice(item, event) {
  if (!known || !document.hidden || Notification.permission !== 'granted') {
    return;
  }
  const link = item.querySelector('.event-link');
  const shown = {
    body: [event.title, event.text].filter(Boolean).join('\n'),
    tag: `warren-${event.seq}`,
    data: { url: link.hidden ? null : link.href },
  };
  const title = headline(item);
  byWorker(title, shown)
    .catch(() => byPage(title, shown))
    .catch(() => {
      // The bell has it all the same.
    });
}

/** Phones let none but the worker show something, and only that outlives the page. */
async function byWorker(title, shown) {
  const worker = await navigator.serviceWorker.getRegistration();
  await worker.showNotification(title, shown);
}

async function byPage(title, shown) {
  const notification = new Notification(title, shown);
  notification.addEventListener('click', () => {
    window.focus();
    notification.close();
    if (shown.data.url) {
      location.assign(shown.data.url);
    }
  });
}
