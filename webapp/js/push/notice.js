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

/** Several open pages show one notice: the browser replaces those of one tag. */
export function notice(item, event) {
  if (!known || !document.hidden || Notification.permission !== 'granted') {
    return;
  }
  const shown = new Notification(headline(item), {
    body: [event.title, event.text].filter(Boolean).join('\n'),
    tag: `warren-${event.seq}`,
  });
  shown.addEventListener('click', () => {
    window.focus();
    shown.close();
  });
}
