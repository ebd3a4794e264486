import { plain } from '../lib/plain.js';
import { displayOf } from './display.js';

const LONGEST = 200;
const ACTION = /^\/me /;

/** Shows in a message what it answers; what that says is not always known at once. */
export function showQuote(item, replyTo, quote) {
  const link = item.querySelector('.message-reply');
  link.hidden = !replyTo;
  link.href = `#${replyTo ?? ''}`;
  if (quote) {
    link.querySelector('.quote-author').textContent = displayOf(quote.from);
    link.querySelector('.quote-text').textContent = quote.deleted ? gone(item) : said(quote);
  }
}

/** A message that is on the page, as it is quoted. */
export function quoteOf(item) {
  const text = item.querySelector('.message-text');
  return {
    from: { name: item.dataset.author, display: item.querySelector('.message-author').textContent },
    message: said({ html: text.innerHTML }),
    deleted: item.classList.contains('is-deleted'),
  };
}

/** Shows what has become of a message in all that answer it. */
export function changeQuotes(seq, entry) {
  const isGone = entry.deleted || entry.type === 'delete';
  document.querySelectorAll(`#messages .message-reply[href="#${Number(seq)}"]`).forEach((link) => {
    link.querySelector('.quote-text').textContent = isGone ? gone(link.closest('.message')) : said(entry);
  });
}

/** The beginning of a message as text alone, as the server quotes it. */
function said({ message, html }) {
  const text = (html ? plain(html) : message ?? '').replace(ACTION, '');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function gone(item) {
  return item.querySelector('.message-gone').textContent;
}
