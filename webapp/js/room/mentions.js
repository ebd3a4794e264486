const WORD = /(?<![A-Za-z0-9@._-])@([\p{L}\p{M}\p{N}._-]*)$/u;

/** People who may be meant by what stands before the cursor: those who are here, and those who have written. */
export function mentions(before) {
  const word = WORD.exec(before);
  if (!word) {
    return null;
  }
  const wanted = word[1].toLowerCase();
  const options = [...people(), everybody()]
    .filter(({ name, display }) => begins(name, wanted) || display.split(/\s+/).some((part) => begins(part, wanted)))
    .map(({ name, display, hint }) => ({ value: `@${name}`, label: display, hint: hint ?? `@${name}` }));
  return { start: word.index, options };
}

function begins(name, wanted) {
  return name.toLowerCase().startsWith(wanted);
}

function everybody() {
  return { name: 'here', display: '@here', hint: document.getElementById('completion').dataset.here };
}

/** Each once, by name, without who looks. */
function people() {
  const { you } = document.body.dataset;
  const found = new Map();
  for (const author of document.querySelectorAll('#messages .message:not(.is-pending)')) {
    found.set(author.dataset.author, author.querySelector('.message-author').textContent);
  }
  for (const item of document.querySelectorAll('#people li')) {
    found.set(item.dataset.name, item.querySelector('bdi').textContent);
  }
  return [...found]
    .map(([name, display]) => ({ name, display }))
    .filter(({ name }) => name !== you && !name.startsWith('deleted-'))
    .sort((a, b) => a.display.localeCompare(b.display));
}
