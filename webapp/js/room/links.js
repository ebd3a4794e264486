const SHOWN = 2_000;

/** Copies the address of a message. */
export async function copyLink(item, button) {
  const url = new URL(location.href);
  url.search = '';
  url.hash = item.dataset.seq;
  try {
    await navigator.clipboard.writeText(url.href);
    button.classList.add('is-done');
    setTimeout(() => button.classList.remove('is-done'), SHOWN);
  } catch {
    // Where there is no clipboard, the address bar has it.
    location.hash = item.dataset.seq;
  }
}
