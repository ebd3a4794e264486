// The page says which language, the browser in which country's manner: en-GB and not just en.
const page = document.documentElement.lang;
const language = navigator.languages.find((own) => own.split('-')[0] === page.split('-')[0]) ?? page;
const timeZone = document.documentElement.dataset.zone;
const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone });
const day = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeZone });
const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
const dayAndTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
const ISO = /(\d{4}-\d\d-\d\d)([T ]([\d:.]+)(Z| UTC))?/g;

/** Shows a time element's moment in the reader's language and time zone: the one of the profile, else the browser's. */
export function localize(element) {
  const at = new Date(element.dateTime);
  const today = day.format(at) === day.format(new Date());
  element.textContent = (today ? time : dayAndTime).format(at);
  element.title = dayAndTime.format(at);
}

/** Does the same for the days and moments in an element's sentence. */
export function localizeWithin(element) {
  element.textContent = localized(element.textContent);
}

/** A sentence of the server with its days and moments as the reader writes them. */
export function localized(sentence) {
  return sentence.replace(ISO, (_, on, moment, clock) =>
    moment ? dayAndTime.format(new Date(`${on}T${clock}Z`)) : date.format(new Date(on)),
  );
}
