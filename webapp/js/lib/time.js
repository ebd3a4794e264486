// The page says which language, the browser in which country's manner: en-GB and not just en.
const page = document.documentElement.lang;
const language = navigator.languages.find((own) => own.split('-')[0] === page.split('-')[0]) ?? page;
const timeZone = document.documentElement.dataset.zone;
const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone });
const day = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeZone });
const dayAndTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });

/** Shows a time element's moment in the reader's language and time zone: the one of the profile, else the browser's. */
export function localize(element) {
  const at = new Date(element.dateTime);
  const today = day.format(at) === day.format(new Date());
  element.textContent = (today ? time : dayAndTime).format(at);
  element.title = dayAndTime.format(at);
}
