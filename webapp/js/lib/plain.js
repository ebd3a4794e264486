import { trusted } from './trusted.js';

/** What a message's HTML says, line for line, without its form and the buttons of the page. */
export function plain(html) {
  const template = document.createElement('template');
  template.innerHTML = trusted(html);
  const { content } = template;
  content.querySelectorAll('button').forEach((button) => button.remove());
  content.querySelectorAll('br').forEach((br) => br.replaceWith('\n'));
  return content.textContent.trim();
}
