/**
 * What the browser keeps through reloads and outages: texts in localStorage under keys with one prefix.
 * Where the browser refuses (private windows, a full disk) they are kept for as long as the page lives.
 */
export class Shelf {
  #prefix;
  #memory = new Map();

  constructor(...names) {
    this.#prefix = names.map(encodeURIComponent).join(':') + ':';
  }

  put(name, value) {
    this.#memory.set(name, value);
    try {
      localStorage.setItem(this.#prefix + name, JSON.stringify(value));
    } catch {
      // Kept in memory.
    }
  }

  get(name) {
    try {
      return JSON.parse(localStorage.getItem(this.#prefix + name)) ?? this.#memory.get(name);
    } catch {
      return this.#memory.get(name);
    }
  }

  remove(name) {
    this.#memory.delete(name);
    try {
      localStorage.removeItem(this.#prefix + name);
    } catch {
      // It was only in memory.
    }
  }

  names() {
    const names = new Set(this.#memory.keys());
    try {
      Object.keys(localStorage)
        .filter((key) => key.startsWith(this.#prefix))
        .forEach((key) => names.add(key.slice(this.#prefix.length)));
    } catch {
      // Only those in memory.
    }
    return [...names];
  }
}
