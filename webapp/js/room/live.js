import { Line } from '../live/line.js';
import { socketAddress } from '../live/sockets.js';
import { Announcer } from './announcer.js';
import { Around } from './around.js';
import { comeBack } from './come-back.js';
import { Commands } from './commands.js';
import { Completion } from './completion.js';
import { Deleting } from './deleting.js';
import { pageOf } from './history.js';
import { Keys } from './keys.js';
import { copyLink } from './links.js';
import { mentions } from './mentions.js';
import { Pending } from './pending.js';
import { showProblem } from './problem.js';
import { Quotes } from './quotes.js';
import { Reacting } from './reacting.js';
import { Reading } from './reading.js';
import { showRoom } from './room-head.js';
import { Sending } from './sending.js';
import { Shortcuts } from './shortcuts.js';
import { Standing } from './standing.js';
import { Status } from './status.js';
import { Tools } from './tools.js';
import { Writing } from './writing.js';

/** The page of somebody who may follow the room: what comes in, and what the person does. */
export function live({ base, person, room, path, api, you, history, list, timeline, scroll, places }) {
  const status = new Status();
  const standing = new Standing();
  const show = (state) => standing.end(status.show(state));
  const problem = document.getElementById('problem') ? showProblem : (sentence) => status.problem(sentence);
  const line = new Line({
    socket: socketAddress(`${base}/ws/chat/${path}/`),
    api,
    head: () => timeline.head,
    you,
    onEvent: receive,
    onState: (state) => {
      show(state);
      state === 'signed-out' && comeBack(base);
    },
  });
  const pending = new Pending(you, (seq) => list.find(seq));
  const sending = new Sending({ base, person, room, pending, line, problem });
  const around = new Around(base, you, (event) => line.signal(event));
  const seen = () => (timeline.isAtHead ? timeline.head : 0);
  const reading = new Reading(base, room, you.name, seen, (event) => line.send(event));
  const quotes = new Quotes(list, history);
  const announcer = new Announcer(you.name);
  const giveBack = (text) => writing?.giveBack(text);
  const commands = new Commands({ base, line, problem, giveBack });
  const send = (event) => sending.send(event);
  const deleting = new Deleting(send, (event) => sending.leave(event));
  const said = () => places.showNewest();
  const hasField = document.getElementById('composer') !== null;
  const writing = hasField && new Writing({ base, person, room, history, sending, deleting, commands, said });
  const reacting = new Reacting(send);
  const tools = new Tools({
    react: (item, button) => reacting.choose(item, button),
    reply: (item) => writing.reply(item),
    edit: (item) => writing.edit(item),
    delete: (item) => deleting.delete(item),
    link: copyLink,
  });
  const shortcuts = new Shortcuts(base);
  new Keys(tools, () => shortcuts.singles);
  if (hasField) {
    new Completion([mentions, (before) => commands.complete(before)]);
  }
  line.connect();

  function receive(event) {
    if (event.type === 'hello' && event.you.name !== you.name) {
      line.stop();
      show('changed');
      return;
    }
    if (commands.receive(event)) {
      return;
    }
    sending.receive(event);
    if (event.seq && event.at) {
      timeline.add(quotes.complete(event));
    }
    switch (event.type) {
      case 'hello':
        scroll.again();
        break;
      case 'room':
        showRoom(event);
        break;
      case 'reset':
        places.reset(pageOf(event));
        break;
    }
    [standing, around, reading, announcer].forEach((part) => part.receive(event));
  }
}
