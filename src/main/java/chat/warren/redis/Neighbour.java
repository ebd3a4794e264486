package chat.warren.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Another node's windows, as far as this one knows them. Guarded by its presence. */
final class Neighbour {
  private final Map<String, Move> windows = new LinkedHashMap<>();
  private final Map<Integer, List<Move>> parts = new LinkedHashMap<>();

  /** How many moves it had made when it began to list its windows. */
  private long partsOf;

  /** How many of its moves are known. */
  private long count;

  private Instant until;
  private Instant askedAt = Instant.MIN;

  /** It has given a sign of life, and so its windows are there for some more time. */
  void renew(Instant end) {
    until = end;
  }

  boolean hasEnded(Instant now) {
    return !now.isBefore(until);
  }

  /** All its windows, as if each came now. */
  List<Move> windows() {
    return List.copyOf(windows.values());
  }

  boolean knows(long moves) {
    return count == moves;
  }

  /** Whether it is time to ask it for all its windows; true once a second at most. */
  boolean isToBeAsked(Instant now) {
    if (now.isBefore(askedAt)) {
      return false;
    }
    askedAt = now.plusSeconds(1);
    return true;
  }

  /**
   * Takes its next moves.
   *
   * @param from how many it had made before
   * @return those that are new; null if there are others between, which must be asked for
   */
  List<Move> take(long from, List<Move> moves) {
    if (from > count) {
      return null;
    }
    int known = (int) Math.min(moves.size(), count - from);
    List<Move> news = moves.subList(known, moves.size());
    news.forEach(this::note);
    count += news.size();
    return news;
  }

  private void note(Move move) {
    String id = move.window().id();
    if (move.what() == Move.What.LEFT) {
      windows.remove(id);
    } else {
      windows.put(id, new Move(Move.What.CAME, move.window(), move.away()));
    }
  }

  /**
   * Takes a part of the list of all its windows.
   *
   * @param moves how many moves it had made by then
   * @return what has changed by that, when it was the last part; else nothing
   */
  List<Move> take(long moves, int part, int all, List<Move> some) {
    if (moves < count) {
      return List.of();
    }
    if (moves != partsOf) {
      parts.clear();
      partsOf = moves;
    }
    parts.put(part, some);
    return parts.size() == all ? replace(moves) : List.of();
  }

  private List<Move> replace(long moves) {
    Map<String, Move> now = new LinkedHashMap<>();
    parts.values().forEach(some -> some.forEach(move -> now.put(move.window().id(), move)));
    parts.clear();
    List<Move> changes = new ArrayList<>();
    windows.forEach(
        (id, move) -> {
          if (!now.containsKey(id)) {
            changes.add(new Move(Move.What.LEFT, move.window(), false));
          }
        });
    changes.addAll(now.values());
    windows.clear();
    windows.putAll(now);
    count = moves;
    return changes;
  }
}
