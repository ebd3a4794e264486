import { paint } from '../lib/picture.js';

/** The row of somebody who is here: it leads to the conversation with that person, a moderator to the measures too. */
export class PersonRow {
  item = document.createElement('li');
  name;
  #picture = document.createElement('span');
  #display = document.createElement('bdi');
  #away = document.createElement('span');
  #link;
  #measures = document.createElement('a');
  #texts;

  /** texts says what the list has to say, isYou is true for the person who looks. */
  constructor(name, base, texts, isYou) {
    this.name = name;
    this.#texts = texts;
    this.item.title = `@${name}`;
    this.item.dataset.name = name;
    this.#away.className = 'visually-hidden';
    this.#link = isYou ? this.#display : document.createElement('a');
    if (!isYou) {
      this.#link.append(this.#display);
      this.#link.href = `${base}/chat/@${name}/`;
      this.#measures.className = 'moderate';
      this.#measures.href = `settings?handle=${encodeURIComponent(name)}#people-title`;
    }
    this.item.append(this.#picture, ' ', this.#link, ' ', this.#away);
  }

  get display() {
    return this.#display.textContent;
  }

  /** Shows how the person is now; nothing that has the focus is put in the place of something else. */
  show(person) {
    const isAway = person.state === 'away';
    paint(this.#picture, person);
    this.#display.textContent = person.display;
    this.#away.textContent = isAway ? this.#texts.away : '';
    this.item.classList.toggle('is-away', isAway);
    this.#measures.setAttribute('aria-label', this.#texts.moderate.replace('{0}', () => person.display));
  }

  /** Whether the person who looks may take measures against this one. */
  moderate(may) {
    if (may && this.#measures.href) {
      this.#link.after(' ', this.#measures);
    } else {
      this.#measures.remove();
    }
  }
}
