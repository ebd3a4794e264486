/** Shows in the row of a room how much is unread there, and whether some of it names the person. */
export function showBadge(row, unread, mentions) {
  row.dataset.unread = unread;
  const badge = row.querySelector('.badge');
  badge.hidden = unread === 0;
  badge.querySelector('.badge-mention').hidden = mentions === 0;
  badge.querySelector('.badge-count').textContent = short(unread);
}

/** A count as people read it. */
export function short(count) {
  return count >= 999 ? '999+' : String(count);
}
