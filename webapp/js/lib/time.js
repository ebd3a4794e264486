const language = document.documentElement.lang;
const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
const dayAndTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });

/** Shows a time element's moment in the reader's language and time zone. */
export function localize(element) {
  const at = new Date(element.dateTime);
  const today = at.toDateString() === new Date().toDateString();
  element.textContent = (today ? time : dayAndTime).format(at);
  element.title = dayAndTime.format(at);
}
