import { Composer } from './composer.js';

/** All that becomes of what the person writes: new messages, answers, other texts for older ones, commands. */
export class Writing {
  #composer;
  #list = document.getElementById('messages');
  #history;
  #sending;
  #deleting;
  #commands;
  #said;

  /** said is called when something was said. */
  constructor({ base, person, room, history, sending, deleting, commands, said }) {
    this.#history = history;
    this.#sending = sending;
    this.#deleting = deleting;
    this.#commands = commands;
    this.#said = said;
    const take = (text, on) => this.#take(text, on);
    this.#composer = new Composer({ base, person, room, take, editLast: () => this.#editLast() });
  }

  reply(item) {
    this.#composer.reply(item);
  }

  /** Begins to edit a message: with its text, or with the one that was refused. */
  async edit(item) {
    const seq = Number(item.dataset.seq);
    const refused = this.#sending.refusedEdit(seq);
    const message = refused?.event ?? (await this.#history.message(seq).catch(() => null));
    if (message) {
      this.#composer.edit(item, message.message);
    }
  }

  /** Puts a text back whose command was refused. */
  giveBack(text) {
    this.#composer.giveBack(text);
  }

  #editLast() {
    const own = [...this.#list.querySelectorAll('.is-own:not(.is-deleted, .is-leaving, .is-pending)')];
    if (own.length > 0) {
      this.edit(own.at(-1));
    }
  }

  #take(text, { kind, seq, quote }) {
    if (kind === 'edit') {
      return this.#change(text, seq);
    }
    const said = this.#commands.read(text);
    if (said.message !== undefined) {
      this.#sending.send({ type: 'message', message: said.message, replyTo: seq }, quote);
      this.#said();
    }
    return said.taken;
  }

  /** A text that is gone is a message that is to go. */
  #change(text, seq) {
    const item = document.getElementById(seq);
    this.#sending.discardEdit(seq);
    if (text.trim() === '' && item) {
      this.#deleting.delete(item);
    } else if (text.trim() !== '') {
      this.#sending.send({ type: 'edit', seq, message: text });
    }
    return true;
  }
}
