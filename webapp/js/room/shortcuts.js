import { Shelf } from '../lib/shelf.js';

const FIELDS = 'input, textarea, select, [contenteditable]';

/** The list of all keys, and those that work everywhere on the page. Single letters can be switched off. */
export class Shortcuts {
  #dialog = document.getElementById('shortcuts');
  #switch = document.getElementById('single-keys');
  #shelf;

  constructor(base) {
    this.#shelf = new Shelf('warren-keys', base);
    this.#switch.checked = this.#shelf.get('single') ?? true;
    this.#switch.addEventListener('change', () => this.#shelf.put('single', this.#switch.checked));
    document.getElementById('shortcuts-open').addEventListener('click', () => this.#dialog.showModal());
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Whether single letters mean something. */
  get singles() {
    return this.#switch.checked;
  }

  #key(event) {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (command && event.key.toLowerCase() === 'k') {
      this.#filter(event);
    } else if (event.altKey && !command && ['ArrowUp', 'ArrowDown'].includes(event.key)) {
      this.#nextRoom(event);
    } else if (event.key === '?' && this.singles && !event.target.closest(FIELDS) && !this.#dialog.open) {
      event.preventDefault();
      this.#dialog.showModal();
    }
  }

  #filter(event) {
    event.preventDefault();
    const sidebar = document.getElementById('sidebar');
    const filter = document.getElementById('filter');
    if (filter.offsetParent === null) {
      sidebar.showPopover();
    }
    filter.focus();
    filter.select();
  }

  /** The next room above or below this one; with Shift the next one in which something is unread. */
  #nextRoom(event) {
    const step = event.key === 'ArrowUp' ? -1 : 1;
    const items = [...document.querySelectorAll('.rooms li')];
    const here = items.findIndex((item) => item.querySelector('[aria-current]'));
    const wanted = (item) => !event.shiftKey || Number(item.dataset.unread) > 0;
    for (let place = here + step; items[place]; place += step) {
      if (wanted(items[place])) {
        event.preventDefault();
        location.assign(items[place].querySelector('a').href);
        return;
      }
    }
  }
}
