import { newId } from '../lib/id.js';
import { events, handle } from './command-list.js';

/** What begins with a slash: commands, each with its way; two slashes are one that is meant as it stands. */
export class Commands {
  #known = new Map();
  #texts;
  #base;
  #line;
  #problem;
  #giveBack;
  #sent = new Map();

  /** problem is called with why a command was refused, giveBack with its text. */
  constructor({ base, line, problem, giveBack }) {
    const template = document.getElementById('commands');
    this.#texts = template.dataset;
    template.content.querySelectorAll('[data-command]').forEach(({ dataset, textContent }) => {
      this.#known.set(dataset.command, { use: dataset.use, hint: textContent });
    });
    this.#base = base;
    this.#line = line;
    this.#problem = problem;
    this.#giveBack = giveBack;
  }

  /** The commands that may be meant by what stands before the cursor. */
  complete(before) {
    const word = /^\/([a-z]*)$/.exec(before);
    const options = [...this.#known]
      .filter(([name]) => name.startsWith(word?.[1]))
      .map(([name, { use, hint }]) => ({ value: `/${name}`, label: `/${name} ${use}`, hint }));
    return word && { start: 0, options };
  }

  /** Does what a text of one line asks for. Gives whether it was taken, and the message if it is one. */
  read(text) {
    const [, name, rest] = /^\/([^\s/]*)\s*(.*)$/.exec(text) ?? [];
    if (/^\/\/.*$/.test(text)) {
      return { taken: true, message: text.replace(/^\/(\/me\s)?/, (_, me) => (me ? `\\${me}` : '')) };
    }
    if (name === undefined || (name === 'me' && rest !== '')) {
      return { taken: true, message: text };
    }
    return { taken: this.#run(name, rest.trim(), text) };
  }

  /** Takes the answer to a command; tells whether it was one. */
  receive({ type, id, message }) {
    const command = id && this.#sent.get(id);
    this.#sent.delete(id);
    if (command && type === 'error') {
      this.#problem(message);
      this.#giveBack(command.text);
    } else if (command?.name === 'leave') {
      location.assign(`${this.#base}/chat/`);
    }
    return Boolean(command) && type === 'error';
  }

  #run(name, rest, text) {
    const known = this.#known.get(name);
    if (!known) {
      return this.#refuse(this.#texts.unknown.replace('0', () => `/${name}`));
    }
    if (name === 'help') {
      document.getElementById('shortcuts').showModal();
      return true;
    }
    if (name === 'msg' && handle(rest)) {
      location.assign(`${this.#base}/chat/@${handle(rest)}/`);
      return true;
    }
    const event = events[name]?.(rest);
    return event ? this.#send(name, event, text) : this.#refuse(this.#texts.use.replace('0', () => `/${name} ${known.use}`));
  }

  #send(name, event, text) {
    const id = newId();
    this.#sent.set(id, { name, text });
    if (this.#line.send({ ...event, id })) {
      return true;
    }
    this.#sent.delete(id);
    return this.#refuse(this.#texts.offline);
  }

  #refuse(sentence) {
    this.#problem(sentence);
    return false;
  }
}
