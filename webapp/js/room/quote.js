import { displayOf } from './display.js';

const LONGEST = 200;

/** Shows in a message what it answers; what that says is not always known at once. */
export function showQuote(item, replyTo, quote) {
  const link = item.querySelector('.message-reply');
  link.hidden = !replyTo;
  link.href = `#${replyTo ?? ''}`;
  if (quote) {
    link.querySelector('.quote-author').textContent = displayOf(quote.from);
    link.querySelector('.quote-text').textContent = quote.deleted ? gone(item) : quote.message;
  }
}

/** A message that is on the page, as it is quoted. */
export function quoteOf(item) {
  const text = item.querySelector('.message-text').textContent;
  return {
    from: { name: item.dataset.author, display: item.querySelector('.message-author').textContent },
    message: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text,
    deleted: item.classList.contains('is-deleted'),
  };
}

/** Shows what has become of a message in all that answer it. */
export function changeQuotes(seq, { message, deleted, type }) {
  document.querySelectorAll(`#messages .message-reply[href="#${Number(seq)}"]`).forEach((link) => {
    const isGone = deleted || type === 'delete';
    link.querySelector('.quote-text').textContent = isGone ? gone(link.closest('.message')) : message;
  });
}

function gone(item) {
  return item.querySelector('.message-gone').textContent;
}
