import { dayOf, showDay } from '../lib/time.js';

const APART = 5 * 60_000;
const dayLine = document.getElementById('day').content.querySelector('.day');

/** Puts the day above its first row, and hides the author of a message that goes on after one of the same. */
export function arrange(row) {
  const above = linesAbove(row);
  above.filter((line) => line.classList.contains('day')).forEach((line) => line.remove());
  const before = rowBefore(row);
  const begins = !before || dayOf(at(before)) !== dayOf(at(row));
  if (begins) {
    addDay(row);
  }
  row.classList.toggle('is-continued', !begins && !row.previousElementSibling.matches('.since') && goesOn(before, row));
}

/** Takes a row away with what stands above it for its sake. */
export function take(row) {
  linesAbove(row).forEach((line) => line.remove());
  row.remove();
}

function addDay(row) {
  const line = dayLine.cloneNode(true);
  line.querySelector('time').dateTime = row.dataset.at;
  (linesAbove(row).at(-1) ?? row).before(line);
  // What was today may be yesterday by now.
  row.parentElement.querySelectorAll('.day time').forEach(showDay);
}

/** From the row upwards. */
function linesAbove(row) {
  const lines = [];
  for (let line = row.previousElementSibling; line && !line.dataset.at; line = line.previousElementSibling) {
    lines.push(line);
  }
  return lines;
}

function rowBefore(row) {
  return (linesAbove(row).at(-1) ?? row).previousElementSibling;
}

function goesOn(before, row) {
  const [first, second] = [before.dataset.author, row.dataset.author];
  const alone = row.classList.contains('is-action') || row.querySelector('.message-reply')?.hidden === false;
  return first !== undefined && first === second && !alone && at(row) - at(before) < APART;
}

function at(row) {
  return new Date(row.dataset.at);
}
