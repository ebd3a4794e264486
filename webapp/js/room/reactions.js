import { displayOf } from './display.js';

const template = document.getElementById('reaction').content.querySelector('.reaction');

/** Shows that a person reacts to a message, or does so no more. you is the handle of who looks. */
export function setReaction(item, emoji, person, on, you) {
  const list = item.querySelector('.message-reactions');
  const reaction = find(list, emoji) ?? add(list, emoji);
  const people = reaction.querySelector('.reaction-people');
  const known = [...people.children].find((by) => by.dataset.name === person.name);
  if (on && !known) {
    const by = document.createElement('bdi');
    by.className = 'reaction-by';
    by.dataset.name = person.name;
    by.textContent = displayOf(person);
    people.append(by, ' ');
  } else if (!on && known) {
    known.nextSibling?.remove();
    known.remove();
  }
  count(reaction, you);
}

/** Shows which of a message's reactions are one's own. */
export function ownReactions(item, you) {
  item.querySelectorAll('.reaction').forEach((reaction) => count(reaction, you));
}

function count(reaction, you) {
  const people = [...reaction.querySelectorAll('.reaction-by')];
  const isOwn = people.some((by) => by.dataset.name === you);
  reaction.querySelector('.reaction-count').textContent = people.length;
  reaction.querySelector('.reaction-button').setAttribute('aria-pressed', isOwn);
  if (people.length === 0) {
    reaction.remove();
  }
}

function find(list, emoji) {
  return [...list.children].find((reaction) => reaction.dataset.emoji === emoji);
}

/** In the order in which the server has them. */
function add(list, emoji) {
  const reaction = template.cloneNode(true);
  reaction.dataset.emoji = emoji;
  reaction.querySelector('.reaction-emoji').textContent = emoji;
  const next = [...list.children].find((other) => other.dataset.emoji > emoji);
  list.insertBefore(reaction, next ?? null);
  return reaction;
}
