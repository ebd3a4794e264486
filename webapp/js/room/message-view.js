import { displayOf } from './display.js';
import { paint } from '../lib/picture.js';
import { showTime } from '../lib/time.js';
import { trusted } from '../lib/trusted.js';
import { showQuote } from './quote.js';
import { ownReactions, setReaction } from './reactions.js';

const template = document.getElementById('message').content.querySelector('.message');

/** A message as it is seen: the server's own template, cloned and filled. */
export function render(message) {
  const item = template.cloneNode(true);
  item.dataset.seq = message.seq ?? '';
  item.id = message.seq ?? '';
  item.dataset.author = message.from.name;
  item.dataset.at = message.at;
  paint(item.querySelector('.picture'), message.from);
  const author = item.querySelector('.message-author');
  author.textContent = displayOf(message.from);
  author.title = `@${message.from.name}`;
  item.querySelector('.message-link').href = `#${message.seq ?? ''}`;
  item.querySelector('.message-time').dateTime = message.at;
  showQuote(item, message.replyTo, message.quote);
  setText(item, message.message ?? '', message.html);
  setCard(item, message);
  item.classList.toggle('is-edited', Boolean(message.edited));
  item.classList.toggle('is-deleted', Boolean(message.deleted));
  for (const { emoji, from } of message.reactions ?? []) {
    from.forEach((person) => setReaction(item, emoji, person, true));
  }
  return item;
}

/** Shows a message as this person sees it: in the person's time, and with what is the person's own. */
export function own(item, you) {
  item.querySelectorAll('.message-time').forEach(showTime);
  showAction(item);
  item.classList.toggle('is-own', item.dataset.author === you);
  ownReactions(item, you);
}

/** Shows what has become of a message: an edit, delete or react event about it. */
export function change(item, event, you) {
  if (event.type === 'react') {
    setReaction(item, event.emoji, event.from, event.on, you);
  } else if (event.type === 'delete' || event.deleted) {
    setText(item, '');
    item.classList.remove('is-edited');
    item.classList.add('is-deleted');
    item.querySelector('.message-reactions').replaceChildren();
  } else if (!item.classList.contains('is-deleted')) {
    setText(item, event.message, event.html);
    showAction(item);
    item.classList.add('is-edited');
  }
}

/** What another application shows in the room. */
function setCard(item, { type, title, text, link }) {
  const card = item.querySelector('.message-card');
  card.hidden = type !== 'event';
  card.querySelector('.card-title').textContent = title ?? '';
  card.querySelector('.card-text').textContent = text ?? '';
  const opens = card.querySelector('.card-link');
  opens.hidden = !link;
  opens.href = link ?? '';
}

/** The server's HTML went through its sanitizer; it is the one that is taken as it comes. */
function setText(item, text, html) {
  const place = item.querySelector('.message-text');
  place.classList.toggle('is-formatted', Boolean(html));
  if (html) {
    place.innerHTML = trusted(html);
  } else {
    place.textContent = text;
  }
}

/** "/me waves" tells what its author does. */
function showAction(item) {
  const text = item.querySelector('.message-text');
  const first = text && document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
  const isAction = Boolean(first?.data.startsWith('/me '));
  if (isAction) {
    first.data = first.data.slice('/me '.length);
  }
  item.classList.toggle('is-action', isAction);
}
