import { showBadge } from '../lib/badge.js';

/** One's rooms and direct conversations beside this one, each with what is unread there. */
export class RoomList {
  #rooms = document.querySelector('#rooms .rooms ul');
  #directs = document.querySelector('#rooms .directs ul');
  #base;
  #here;

  /** here is the room of this page, title its name. */
  constructor(base, here, title) {
    this.#base = base;
    this.#here = here;
    this.#item(here, title);
  }

  /** How much is unread in all of them. */
  get sum() {
    return this.#items().reduce((sum, { dataset }) => sum + Number(dataset.unread), 0);
  }

  /** Shows a room as it is now; without a title it keeps the one that it has. */
  show({ room, title, unread, mentions }) {
    const item = this.#item(room, title);
    if (title) {
      item.querySelector('bdi').textContent = title;
    }
    showBadge(item, unread, mentions);
  }

  /** Takes those away that are none of one's own any more; the one of this page stays. */
  removeUnless(isOwn) {
    this.#items()
      .filter(({ dataset: { room } }) => room !== this.#here && !isOwn(room))
      .forEach((item) => item.remove());
  }

  #items() {
    return [...this.#rooms.children, ...this.#directs.children];
  }

  #item(room, title) {
    const known = this.#items().find((item) => item.dataset.room === room);
    if (known) {
      return known;
    }
    const item = document.getElementById('room-item').content.firstElementChild.cloneNode(true);
    item.dataset.room = room;
    const link = item.querySelector('a');
    link.href = `${this.#base}/chat/${encodeURIComponent(room)}/`;
    link.querySelector('bdi').textContent = title;
    if (room === this.#here) {
      link.setAttribute('aria-current', 'page');
    }
    (room.startsWith('@') ? this.#directs : this.#rooms).append(item);
    return item;
  }
}
