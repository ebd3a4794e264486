import { isComposing } from '../lib/composing.js';

const finger = matchMedia('(pointer: coarse)');
const hint = document.getElementById('text-hint');

/** Whether a key sends what was written. The keyboard of a phone has no Shift for a new line: there the button sends. */
export function sends(event) {
  return event.key === 'Enter' && !event.shiftKey && !isComposing(event) && !finger.matches;
}

/** Says beside the field what Enter does, now and when a keyboard comes or goes. */
export function showWhatEnterDoes() {
  const { keyboard, touch } = hint.dataset;
  const show = () => (hint.textContent = finger.matches ? touch : keyboard);
  finger.addEventListener('change', show);
  show();
}
