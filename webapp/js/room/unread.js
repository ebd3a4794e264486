import { showUnread } from '../lib/unread-mark.js';
import { RoomList } from './room-list.js';

/** What is unread in each of one's rooms, as badges beside their names and in the page's title. */
export class Unread {
  #rooms;
  #base;
  #room;
  #named;
  #level = 'everything';
  #read = 0;
  #before = { count: 0, mentions: 0, head: 0 };
  #later = [];

  /** room is the one of this page; the page says by what a text names the person. */
  constructor(base, room) {
    this.#base = base;
    this.#room = room;
    this.#named = new RegExp(document.body.dataset.naming, 'i');
    this.#rooms = new RoomList(base, room, document.querySelector('.room-head h1').textContent);
  }

  /** Asks the server, which knows best. */
  async refresh() {
    const answer = await fetch(`${this.#base}/api/unread`).catch(() => null);
    if (!answer?.ok) {
      return;
    }
    const { rooms } = await answer.json();
    this.#rooms.removeUnless((room) => rooms.some((own) => own.room === room));
    for (const { room, title, head, read, unread, mentions, level } of rooms) {
      if (room !== this.#room) {
        this.#rooms.show({ room, title, unread, mentions });
      } else if (read >= this.#read) {
        this.#level = level;
        this.#before = { count: unread, mentions, head };
        this.#later = this.#later.filter(({ seq }) => seq > head);
      }
    }
    this.#show();
  }

  /** What is unread in another room, or that it is none of one's own any more. */
  set({ room, title, unread, mentions, gone }) {
    if (gone) {
      this.#rooms.removeUnless((other) => other !== room);
    } else {
      this.#rooms.show({ room, title, unread, mentions });
    }
    showUnread(this.#rooms.sum);
  }

  /** A message of somebody else has come into this room. */
  add({ seq, message }) {
    const names = this.#named.test(message ?? '');
    if (this.#level === 'everything' || (this.#level === 'mentions' && names)) {
      this.#later.push({ seq, names });
      this.#show();
    }
  }

  /** This room was read up to a number, here or in another window. */
  read(seq) {
    this.#read = Math.max(this.#read, seq);
    this.#later = this.#later.filter((later) => later.seq > this.#read);
    if (this.#read >= this.#before.head) {
      this.#before = { ...this.#before, count: 0, mentions: 0 };
    }
    this.#show();
  }

  #show() {
    const { count, mentions } = this.#before;
    this.#rooms.show({
      room: this.#room,
      unread: count + this.#later.length,
      mentions: mentions + this.#later.filter(({ names }) => names).length,
    });
    showUnread(this.#rooms.sum);
  }
}
