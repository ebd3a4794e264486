// The page says which language, the browser in which country's manner: en-GB and not just en.
const page = document.documentElement.lang;
const language = navigator.languages.find((own) => own.split('-')[0] === page.split('-')[0]) ?? page;
const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
const dayAndTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });

/** Shows a time element's moment in the reader's language and time zone. */
export function localize(element) {
  const at = new Date(element.dateTime);
  const today = at.toDateString() === new Date().toDateString();
  element.textContent = (today ? time : dayAndTime).format(at);
  element.title = dayAndTime.format(at);
}
