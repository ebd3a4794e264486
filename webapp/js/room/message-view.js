import { displayOf } from './display.js';
import { paint } from '../lib/picture.js';
import { localize } from '../lib/time.js';
import { trusted } from '../lib/trusted.js';

const template = document.getElementById('message').content.querySelector('.message');

/** A message as it is seen: the server's own template, cloned and filled. */
export function render(message) {
  const item = template.cloneNode(true);
  item.dataset.seq = message.seq ?? '';
  item.dataset.author = message.from.name;
  paint(item.querySelector('.picture'), message.from);
  const author = item.querySelector('.message-author');
  author.textContent = displayOf(message.from);
  author.title = message.from.name;
  const time = item.querySelector('.message-time');
  time.dateTime = message.at;
  localize(time);
  const reply = item.querySelector('.message-reply');
  reply.hidden = !message.replyTo;
  reply.href = `#${message.replyTo}`;
  setText(item, message.message ?? '', message.html);
  setCard(item, message);
  item.classList.toggle('is-edited', Boolean(message.edited));
  item.classList.toggle('is-deleted', Boolean(message.deleted));
  for (const { emoji, from } of message.reactions ?? []) {
    from.forEach((person) => setReaction(item, emoji, person, true));
  }
  return item;
}

/** Shows what has become of a message: an edit, delete or react event about it. */
export function change(item, event) {
  if (event.type === 'react') {
    setReaction(item, event.emoji, event.from, event.on);
  } else if (event.type === 'delete' || event.deleted) {
    setText(item, '');
    item.classList.remove('is-edited');
    item.classList.add('is-deleted');
    item.querySelector('.message-reactions').replaceChildren();
  } else if (!item.classList.contains('is-deleted')) {
    setText(item, event.message, event.html);
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

/** The server's HTML went through its sanitizer; this is the one place where HTML is taken as it comes. */
function setText(item, text, html) {
  const place = item.querySelector('.message-text');
  place.classList.toggle('is-formatted', Boolean(html));
  if (html) {
    place.innerHTML = trusted(html);
  } else {
    place.textContent = text;
  }
}

function setReaction(item, emoji, person, on) {
  const list = item.querySelector('.message-reactions');
  let reaction = [...list.children].find((other) => other.dataset.emoji === emoji);
  if (!reaction) {
    reaction = element('li', 'reaction', '');
    reaction.dataset.emoji = emoji;
    reaction.append(element('span', 'reaction-emoji', emoji));
    const next = [...list.children].find((other) => other.dataset.emoji > emoji);
    list.insertBefore(reaction, next ?? null);
  }
  const people = [...reaction.querySelectorAll('.reaction-by')];
  const known = people.find((other) => other.dataset.name === person.name);
  if (on && !known) {
    const by = element('bdi', 'reaction-by', displayOf(person));
    by.dataset.name = person.name;
    reaction.append(by);
  } else if (!on) {
    known?.remove();
  }
  if (!reaction.querySelector('.reaction-by')) {
    reaction.remove();
  }
}

function element(tag, name, text) {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}
