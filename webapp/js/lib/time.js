// The page says which language, the browser in which country's manner: en-GB and not just en.
const page = document.documentElement.lang;
export const language = navigator.languages.find((own) => own.split('-')[0] === page.split('-')[0]) ?? page;
const timeZone = document.documentElement.dataset.zone;
const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone });
const day = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeZone });
const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
const dayAndTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone });
const longDay = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone });
const ISO = /(\d{4}-\d\d-\d\d)([T ]([\d:.]+)(Z| UTC))?/g;
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
const DAY = 24 * 60 * 60_000;
const YEAR = 300 * DAY;

/** Shows a time element's moment in the reader's language and time zone: the one of the profile, else the browser's. */
export function localize(element) {
  const at = new Date(element.dateTime);
  const today = dayOf(at) === dayOf(new Date());
  element.textContent = (today ? time : dayAndTime).format(at);
  element.title = dayAndTime.format(at);
}

/** Shows only the time of day; what the day is stands above. */
export function showTime(element) {
  const at = new Date(element.dateTime);
  element.textContent = time.format(at);
  element.title = dayAndTime.format(at);
}

/** Shows which day it is: today, yesterday, or its name. */
export function showDay(element) {
  const at = new Date(element.dateTime);
  const now = new Date();
  const near = [0, 1].find((days) => dayOf(new Date(now - days * DAY)) === dayOf(at));
  const name = now - at > YEAR ? longDay : weekday;
  element.textContent = near === undefined ? name.format(at) : relative.format(-near, 'day');
}

/** The day of a moment, the same for all moments of one day. */
export function dayOf(at) {
  return day.format(at);
}

/** Does the same as localize for the days and moments in an element's sentence. */
export function localizeWithin(element) {
  element.textContent = localized(element.textContent);
}

/** A sentence of the server with its days and moments as the reader writes them. */
export function localized(sentence) {
  return sentence.replace(ISO, (_, on, moment, clock) =>
    moment ? dayAndTime.format(new Date(`${on}T${clock}Z`)) : date.format(new Date(on)),
  );
}
