import { showBadge } from '../lib/badge.js';
import { showUnread } from '../lib/unread-mark.js';

const REFRESH = 60_000;
const PAUSE = 500;

/** What is unread in one's rooms, on a page that is none of them: in its title and icon, and in the lobby's rows. */
export class Elsewhere {
  #url;
  #timer = 0;

  constructor(base) {
    this.#url = `${base}/api/unread`;
    // A room is told by its own socket.
    if (document.body.dataset.room === undefined) {
      this.#refresh();
      setInterval(() => this.#refresh(), REFRESH);
      document.addEventListener('visibilitychange', () => document.hidden || this.#refresh());
    }
  }

  /** Something has happened that may have been in a room. */
  changed() {
    if (document.body.dataset.room === undefined) {
      this.#timer ||= setTimeout(() => this.#refresh(), PAUSE);
    }
  }

  async #refresh() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const answer = await fetch(this.#url).catch(() => null);
    if (!answer?.ok) {
      return;
    }
    const { rooms } = await answer.json();
    showUnread(rooms.reduce((sum, { unread }) => sum + unread, 0));
    const counts = new Map(rooms.map((it) => [it.room, it]));
    document.querySelectorAll('.room-list > [data-room]').forEach((row) => {
      const { unread, mentions } = counts.get(row.dataset.room) ?? { unread: 0, mentions: 0 };
      showBadge(row, unread, mentions);
    });
  }
}
