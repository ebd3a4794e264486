/** Narrows the sidebar to what is typed: rooms, conversations, people. */
export class Filter {
  #field = document.getElementById('filter');
  #sidebar = document.getElementById('sidebar');

  constructor() {
    this.#field.hidden = false;
    this.#field.addEventListener('input', () => this.#show());
    this.#field.addEventListener('keydown', (event) => this.#key(event));
    // Lists change while something is typed.
    new MutationObserver(() => this.#field.value && this.#show()).observe(this.#sidebar, {
      childList: true,
      subtree: true,
    });
  }

  #show() {
    const wanted = this.#field.value.trim().toLowerCase();
    for (const item of this.#sidebar.querySelectorAll('li')) {
      const name = `${item.querySelector('bdi').textContent} ${item.dataset.name ?? ''}`;
      item.classList.toggle('is-filtered', !name.toLowerCase().includes(wanted));
    }
  }

  #key(event) {
    const links = [...this.#sidebar.querySelectorAll('li:not(.is-filtered) a')];
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      event.key === 'Enter' ? links[0]?.click() : links[0]?.focus();
    } else if (event.key === 'Escape' && this.#field.value !== '') {
      event.preventDefault();
      this.#field.value = '';
      this.#show();
    }
  }
}
