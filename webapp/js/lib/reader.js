import { Shelf } from './shelf.js';

const { base, person } = document.documentElement.dataset;
const shelf = new Shelf('warren-reader', base);

/** Keeps the number of the person whose page this is; the page that the worker has at hand is nobody's. */
export function noteReader() {
  if (person !== undefined) {
    shelf.put('last', person);
  }
}

/** The number of the person to whom this browser has shown a page last; empty for nobody. */
export function lastReader() {
  return shelf.get('last') ?? '';
}
