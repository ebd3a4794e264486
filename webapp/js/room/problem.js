const line = document.getElementById('problem');

/** Says why something was refused, where the person writes, until the person writes on. */
export function showProblem(sentence) {
  line.textContent = sentence;
  line.hidden = false;
}

document.getElementById('text')?.addEventListener('input', () => (line.hidden = true));
