import { Away } from './away.js';
import { People } from './people.js';
import { Seen } from './seen.js';
import { Typing } from './typing.js';

/** Who else is here, whether they look, and who of them writes. */
export class Around {
  #you;
  #people;
  #typing;
  #away;
  #seen;

  /** base is where Warren is, signal sends what is worth nothing later. */
  constructor(base, you, signal) {
    this.#you = you;
    this.#people = new People(base, you.name);
    this.#typing = new Typing(() => signal({ type: 'typing' }));
    this.#seen = new Seen(base);
    this.#away = new Away((on) => signal({ type: 'away', on }));
  }

  receive(event) {
    switch (event.type) {
      case 'hello':
        this.#people.set(event.people ?? [this.#you]);
        event.people?.forEach((person) => this.#seen.moved(person));
        this.#people.moderate(Boolean(event.standing?.moderates));
        this.#away.again();
        break;
      case 'standing':
        this.#people.moderate(event.moderates);
        break;
      case 'here':
        this.#people.here(event.from);
        this.#seen.moved(event.from);
        break;
      case 'state':
        this.#people.state(event.from);
        this.#seen.moved(event.from);
        break;
      case 'gone':
        this.#people.gone(event.from);
        this.#seen.moved(event.from);
        this.#typing.stops(event.from);
        break;
      case 'typing':
        this.#typing.writes(event.from);
        break;
      case 'message':
        this.#typing.stops(event.from);
        break;
    }
  }
}
