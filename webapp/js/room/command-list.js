const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The events that commands send; what is written behind a command makes it. Null: something is missing or wrong. */
export const events = {
  topic: (topic) => ({ type: 'room', topic }),
  rename: (title) => title && { type: 'room', title },
  invite: about('invite'),
  remove: about('remove'),
  ban: aboutFor('ban'),
  unban: about('unban'),
  mute: (rest) => (rest === '' ? { type: 'level', level: 'nothing' } : aboutFor('mute')(rest)),
  unmute: (rest) => (rest === '' ? { type: 'level', level: 'everything' } : about('unmute')(rest)),
  join: () => ({ type: 'join' }),
  leave: () => ({ type: 'leave' }),
};

/** The handle in "@alice", or null. */
export function handle(word = '') {
  return /^@?([A-Za-z0-9][A-Za-z0-9._-]*)$/.exec(word)?.[1].toLowerCase() ?? null;
}

function about(type) {
  return (rest) => handle(rest) && { type, name: handle(rest) };
}

/** For a while, such as 30m, 2h or 7d, or for good. */
function aboutFor(type) {
  return (rest) => {
    const [who, span] = rest.split(/\s+/);
    const until = end(span);
    return handle(who) && until !== null && { type, name: handle(who), until };
  };
}

function end(span) {
  const [, count, unit] = /^(\d{1,4})([mhd])$/.exec(span ?? '') ?? [];
  if (count) {
    return new Date(Date.now() + count * UNITS[unit]).toISOString();
  }
  return span === undefined ? undefined : null;
}
