import { short } from './badge.js';

const icon = document.querySelector('link[rel="icon"]');
const { read, unread } = icon.dataset;
const title = document.title.replace(/^\(\d+\+?\) /, '');

/** Shows by the page's title and icon, and by the icon of the installed app, how much is unread. */
export function showUnread(count) {
  const href = count > 0 ? unread : read;
  if (icon.getAttribute('href') !== href) {
    icon.setAttribute('href', href);
  }
  document.title = count > 0 ? `(${short(count)}) ${title}` : title;
  navigator.setAppBadge?.(count).catch(() => {
    // Only installed apps have one.
  });
}
