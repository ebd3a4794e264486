import { paint } from '../lib/picture.js';

const byName = new Intl.Collator(document.documentElement.lang);

/** Who is here now, by name; each leads to the conversation with that person. */
export class People {
  #list = document.getElementById('people');
  #count = document.getElementById('people-count');
  #people = new Map();
  #base;
  #you;
  #moderates = false;

  /** you is the handle of the person who looks. */
  constructor(base, you) {
    this.#base = base;
    this.#you = you;
  }

  set(people) {
    this.#people = new Map(people.map((person) => [person.name, person]));
    this.#show();
  }

  here(person) {
    this.#people.set(person.name, person);
    this.#show();
  }

  /** Somebody who is here has turned away, or back. */
  state(person) {
    if (this.#people.has(person.name)) {
      this.here(person);
    }
  }

  /** Whether the person who looks may take measures against the others. */
  moderate(moderates) {
    this.#moderates = moderates;
    this.#show();
  }

  gone(person) {
    this.#people.delete(person.name);
    this.#show();
  }

  #show() {
    const people = [...this.#people.values()].sort((a, b) => byName.compare(a.display, b.display));
    this.#count.textContent = this.#people.size;
    this.#list.replaceChildren(
      ...people.map((person) => {
        const { name, display, state } = person;
        const item = document.createElement('li');
        item.append(paint(document.createElement('span'), person), ' ');
        const shown = document.createElement('bdi');
        shown.textContent = display;
        item.title = `@${name}`;
        item.dataset.name = name;
        const away = document.createElement('span');
        away.className = 'visually-hidden';
        away.textContent = state === 'away' ? this.#list.dataset.away : '';
        item.classList.toggle('is-away', state === 'away');
        item.append(...(name === this.#you ? [shown] : this.#links(name, display, shown)), ' ', away);
        return item;
      }),
    );
  }

  #links(name, display, shown) {
    const link = this.#link(name, shown);
    return this.#moderates ? [link, ' ', this.#measures(name, display)] : [link];
  }

  #measures(name, display) {
    const link = document.createElement('a');
    link.className = 'moderate';
    link.href = `settings?handle=${encodeURIComponent(name)}#people-title`;
    link.setAttribute('aria-label', this.#list.dataset.moderate.replace('{0}', () => display));
    return link;
  }

  #link(name, shown) {
    const link = document.createElement('a');
    link.href = `${this.#base}/chat/@${name}/`;
    link.append(shown);
    return link;
  }
}
