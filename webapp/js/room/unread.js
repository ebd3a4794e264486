import { showUnread } from '../lib/unread-mark.js';

/** What is unread in each of one's rooms, as badges beside their names and in the page's title. */
export class Unread {
  #list = document.getElementById('rooms');
  #title = document.title.replace(/^\(\d+\+?\) /, '');
  #base;
  #room;
  #named;
  #level = 'everything';
  #read = 0;
  #before = { count: 0, head: 0 };
  #later = [];

  /** room is the one of this page; the page says by what a text names the person. */
  constructor(base, room) {
    this.#base = base;
    this.#room = room;
    this.#named = new RegExp(document.body.dataset.naming, 'i');
    this.#item(room, document.querySelector('.room-head h1').textContent);
  }

  /** Asks the server, which knows best. */
  async refresh() {
    const answer = await fetch(`${this.#base}/api/unread`).catch(() => null);
    if (!answer?.ok) {
      return;
    }
    for (const { room, title, head, read, unread, level } of (await answer.json()).rooms) {
      if (room !== this.#room) {
        this.set(room, title, unread);
      } else if (read >= this.#read) {
        this.#level = level;
        this.#before = { count: unread, head };
        this.#later = this.#later.filter((seq) => seq > head);
      }
    }
    this.#show();
  }

  /** The count of another room. */
  set(room, title, count) {
    this.#badge(this.#item(room, title), count);
    this.#showTitle();
  }

  /** A message of somebody else has come into this room. */
  add({ seq, message }) {
    const names = this.#named.test(message ?? '');
    if (this.#level === 'everything' || (this.#level === 'mentions' && names)) {
      this.#later.push(seq);
      this.#show();
    }
  }

  /** This room was read up to a number, here or in another window. */
  read(seq) {
    this.#read = Math.max(this.#read, seq);
    this.#later = this.#later.filter((later) => later > this.#read);
    if (this.#read >= this.#before.head) {
      this.#before.count = 0;
    }
    this.#show();
  }

  #show() {
    this.#badge(this.#item(this.#room, ''), this.#before.count + this.#later.length);
    this.#showTitle();
  }

  #item(room, title) {
    const known = [...this.#list.children].find((item) => item.dataset.room === room);
    if (known) {
      return known;
    }
    const item = document.getElementById('room-item').content.firstElementChild.cloneNode(true);
    item.dataset.room = room;
    const link = item.querySelector('a');
    link.href = `${this.#base}/chat/${encodeURIComponent(room)}/`;
    link.querySelector('bdi').textContent = title;
    if (room === this.#room) {
      link.setAttribute('aria-current', 'page');
    }
    this.#list.append(item);
    return item;
  }

  #badge(item, count) {
    item.dataset.unread = count;
    const badge = item.querySelector('.badge');
    badge.hidden = count === 0;
    badge.querySelector('.badge-count').textContent = short(count);
  }

  #showTitle() {
    const counts = [...this.#list.children].map((item) => Number(item.dataset.unread));
    const sum = counts.reduce((all, count) => all + count, 0);
    showUnread(sum);
    document.title = sum > 0 ? `(${short(sum)}) ${this.#title}` : this.#title;
  }
}

function short(count) {
  return count >= 999 ? '999+' : String(count);
}
