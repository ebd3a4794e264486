const byName = new Intl.Collator(document.documentElement.lang);

/** Who is here now, by name; each leads to the conversation with that person. */
export class People {
  #list = document.getElementById('people');
  #count = document.getElementById('people-count');
  #people = new Map();
  #base;
  #you;

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

  gone(person) {
    this.#people.delete(person.name);
    this.#show();
  }

  #show() {
    const people = [...this.#people.values()].sort((a, b) => byName.compare(a.display, b.display));
    this.#count.textContent = this.#people.size;
    this.#list.replaceChildren(
      ...people.map(({ name, display, state }) => {
        const item = document.createElement('li');
        const shown = document.createElement('bdi');
        shown.textContent = display;
        item.title = `@${name}`;
        item.dataset.name = name;
        const away = document.createElement('span');
        away.className = 'visually-hidden';
        away.textContent = state === 'away' ? this.#list.dataset.away : '';
        item.classList.toggle('is-away', state === 'away');
        item.append(name === this.#you ? shown : this.#link(name, shown), ' ', away);
        return item;
      }),
    );
  }

  #link(name, shown) {
    const link = document.createElement('a');
    link.href = `${this.#base}/chat/@${name}/`;
    link.append(shown);
    return link;
  }
}
