const icon = document.querySelector('link[rel="icon"]');
const { read, unread } = icon.dataset;

/** Shows by the page's icon, and by that of the installed app, how much is unread. */
export function showUnread(count) {
  const href = count > 0 ? unread : read;
  if (icon.getAttribute('href') !== href) {
    icon.setAttribute('href', href);
  }
  navigator.setAppBadge?.(count).catch(() => {
    // Only installed apps have one.
  });
}
