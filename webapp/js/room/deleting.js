const MOMENT = 5_000;

/**
 * Deletes a message after a moment in which that can be taken back. A page that is closed in that moment
 * deletes at once: what somebody wanted gone goes.
 */
export class Deleting {
  #template = document.getElementById('undo').content.querySelector('.message-undo');
  #waiting = new Map();
  #send;

  /** send sends an event, leave sends it from a page that is closed. */
  constructor(send, leave) {
    this.#send = send;
    addEventListener('pagehide', () => this.#all(leave));
  }

  /** Begins to delete a message. */
  delete(item) {
    const seq = Number(item.dataset.seq);
    if (this.#waiting.has(seq)) {
      return;
    }
    const undo = this.#template.cloneNode(true);
    undo.querySelector('button').addEventListener('click', () => this.#undo(seq));
    item.classList.add('is-leaving');
    item.append(undo);
    if (item.contains(document.activeElement)) {
      undo.querySelector('button').focus();
    }
    const timer = setTimeout(() => this.#do(seq, this.#send), MOMENT);
    this.#waiting.set(seq, { item, undo, timer });
  }

  #undo(seq) {
    const { item, timer } = this.#end(seq);
    clearTimeout(timer);
    item.classList.remove('is-leaving');
  }

  #all(send) {
    [...this.#waiting.keys()].forEach((seq) => this.#do(seq, send));
  }

  #do(seq, send) {
    clearTimeout(this.#end(seq).timer);
    send({ type: 'delete', seq });
  }

  #end(seq) {
    const waiting = this.#waiting.get(seq);
    this.#waiting.delete(seq);
    if (waiting.undo.contains(document.activeElement)) {
      waiting.item.focus();
    }
    waiting.undo.remove();
    return waiting;
  }
}
