import { displayOf } from './display.js';
import { isLine, renderLine } from './line-view.js';

const MOST = 5;
const LONG = 30_000;

/** Tells screen readers of what others say and do, name and text first; what is loaded from the history is silent. */
export class Announcer {
  #log = document.getElementById('said');
  #you;

  constructor(you) {
    this.#you = you;
  }

  receive(event) {
    const sentence = event.from && event.from.name !== this.#you && sentenceOf(event);
    if (!sentence) {
      return;
    }
    const said = document.createElement('p');
    said.textContent = sentence;
    this.#log.append(said);
    setTimeout(() => said.remove(), LONG);
    while (this.#log.children.length > MOST) {
      this.#log.firstChild.remove();
    }
  }
}

/** Nothing for what is no row of the page, and for a message that is deleted already. */
function sentenceOf(event) {
  if (isLine(event)) {
    return renderLine(event).textContent;
  }
  const text = { message: event.message, event: event.title }[event.type];
  return text === undefined ? null : `${displayOf(event.from)}: ${text}`;
}
