package chat.warren.browser;

/** What a page is asked, in its own language. */
final class Inspections {
  /** What can be pressed and is smaller than so many pixels; links within sentences may be. */
  static final String TARGETS =
      """
      (least) => {
        const inSentence = (e) => e.matches('a') && e.closest('.message-text, p:not(.button-row), small') &&
          !e.matches('.button');
        return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
          .map((e) => e.matches('[type=checkbox], [type=radio]') ? e.closest('label') ?? e.labels[0] ?? e : e)
          .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !inSentence(e) && !e.matches('.skip'))
          .map((e) => [e, e.getBoundingClientRect()])
          .filter(([, box]) => box.width > 1 && (box.height < least - 0.5 || box.width < 24))
          .map(([e, box]) => `${e.outerHTML.slice(0, 90)} ${Math.round(box.width)}x${Math.round(box.height)}`);
      }""";

  /** What is wider than the page, if that has to be moved sideways. */
  static final String WIDE =
      """
      (width) => document.documentElement.scrollWidth <= width ? [] :
        [...document.body.querySelectorAll('*')]
          .filter((e) => e.getBoundingClientRect().right > width + 1)
          .map((e) => e.outerHTML.slice(0, 90))""";

  /** Latin words on a page, beside those that people have chosen. */
  static final String WORDS =
      """
      (names) => {
        const known = new Set(['Warren', 'Enter', 'Shift', 'Delete', 'JavaScript', 'Asia', 'Shanghai', 'Taipei',
          ...names, ...names.map((name) => name.toLowerCase())]);
        const own = 'bdi, code, kbd, time, .message-text, .quote-text, p[dir=auto], small[dir=auto], datalist, template, script, noscript, style, [lang]:not(html)';
        const words = (text) => (text.replace(/guest-\\w+/g, '').match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !known.has(word));
        const found = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
          if (element.closest(own)) {
            continue;
          }
          if (node.nodeType === Node.TEXT_NODE) {
            found.push(...words(node.data));
          } else {
            ['aria-label', 'title', 'placeholder', 'alt'].forEach((name) => found.push(...words(node.getAttribute(name) ?? '')));
          }
        }
        found.push(...words(document.title));
        return [...new Set(found)];
      }""";

  private Inspections() {}
}
