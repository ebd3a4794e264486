const TONES = 12;

/** Shows a person's picture in an element: the first letter of the name, on the person's colour. */
export function paint(element, { name, display, colour }) {
  const sum = [...name].reduce((all, letter) => all + letter.charCodeAt(0), 0);
  element.className = `picture ${colour || `tone-${sum % TONES}`}`;
  element.dataset.initial = [...display][0].toUpperCase();
  element.setAttribute('aria-hidden', 'true');
  return element;
}
