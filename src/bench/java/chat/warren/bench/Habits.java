package chat.warren.bench;

import java.util.List;

/**
 * How people behave, and what their machines may take; assumed, not measured.
 *
 * @param name one word
 * @param sockets open windows a person
 * @param peoplePerRoom windows a room, on average
 * @param sizes the exponent of Zipf's law for the sizes of the rooms: the k-th largest has
 *     1/k^sizes of the largest one's readers
 * @param rates the same for the messages in them; the k-th largest room is the k-th busiest
 * @param messages what a person says in an hour
 * @param openings how often a person opens a window or comes back in an hour
 * @param busyHours the hours of a day in which all this happens
 */
record Habits(
    String name,
    double sockets,
    double peoplePerRoom,
    double sizes,
    double rates,
    double messages,
    double openings,
    double busyHours) {
  /** Many rooms of teams, and a few that everybody is in. */
  static final Habits TEAMS = new Habits("teams", 1.2, 12, 0.7, 0.6, 12, 4, 8);

  /** A few rooms hold a large part of all, as around streams. */
  static final Habits STAGES = new Habits("stages", 1.1, 40, 1.0, 0.9, 6, 8, 6);

  static final List<Habits> ALL = List.of(TEAMS, STAGES);
}
