const copy = document.getElementById('copy').content.firstElementChild;

/** What the browser adds to formatted text: a button that copies a block of code, and a mark where one is named. */
export class Formatting {
  #you;

  /** you is the handle of the person who looks. */
  constructor(you) {
    this.#you = you;
    const list = document.getElementById('messages');
    const watch = new MutationObserver((changes) =>
      changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => node.nodeType === Node.ELEMENT_NODE && this.#dress(node))),
    );
    this.#dress(list);
    watch.observe(list, { childList: true, subtree: true });
    list.addEventListener('click', ({ target }) => target.closest('.copy') && take(target.closest('.copy')));
  }

  #dress(element) {
    element.querySelectorAll('pre').forEach((block) => block.querySelector('.copy') ?? block.append(copy.cloneNode(true)));
    element.querySelectorAll('.mention').forEach((name) => {
      name.classList.toggle('is-you', [this.#you, 'here'].includes(name.dataset.name));
    });
  }
}

async function take(button) {
  const code = button.parentElement.querySelector('code');
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    // Without HTTPS there is only the older way.
    getSelection().selectAllChildren(code);
    document.execCommand('copy');
  }
  button.textContent = button.dataset.copied;
  setTimeout(() => (button.textContent = button.dataset.copy), 2_000);
}
