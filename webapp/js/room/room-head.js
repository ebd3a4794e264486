/** Shows the room's title and topic as a room event has them; what it does not name stays. */
export function showRoom({ title, topic }) {
  if (title !== undefined) {
    document.querySelector('.room-head h1 bdi').textContent = title;
  }
  if (topic !== undefined) {
    document.getElementById('topic').textContent = topic;
  }
}
