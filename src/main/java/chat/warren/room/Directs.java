package chat.warren.room;

import chat.warren.db.Database;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.Contacts;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The direct conversations: for the same people always the same log, whoever of them names the
 * others, and for nobody else ever. Thread-safe.
 */
public final class Directs {
  private final Database database;
  private final Users users;
  private final Contacts contacts;

  public Directs(Database database, Users users, Contacts contacts) {
    this.database = database;
    this.users = users;
    this.contacts = contacts;
  }

  /**
   * The conversation of me and those whom a key names.
   *
   * @param me null for somebody without a session
   * @throws Refused {@link Refusal#SIGN_IN_FIRST}, {@link Refusal#NO_SUCH_PERSON}, {@link
   *     Refusal#TOO_MANY_PEOPLE}
   */
  public Direct of(Company company, User me) {
    if (me == null) {
      throw new Refused(Refusal.SIGN_IN_FIRST);
    }
    List<User> people = new ArrayList<>(users.named(company.handles()));
    if (people.stream().noneMatch(it -> it.id() == me.id())) {
      people.add(me);
    }
    if (people.size() > Company.MAX) {
      throw new Refused(Refusal.TOO_MANY_PEOPLE, Company.MAX);
    }
    return Direct.of(me, people);
  }

  /** The conversation's log, if it was begun; refuses as {@link #of}. */
  Optional<Room> find(Company company, User me) {
    Direct direct = of(company, me);
    return database.read(handle -> find(handle, direct));
  }

  /** The conversation's log, which is made when it is not there yet; refuses as {@link #of}. */
  Room open(Company company, User me) {
    Direct direct = of(company, me);
    return database
        .read(handle -> find(handle, direct))
        .orElseGet(
            () ->
                database.write(
                    handle -> find(handle, direct).orElseGet(() -> create(handle, direct))));
  }

  private static Optional<Room> find(Handle handle, Direct direct) {
    return handle
        .select("select log from direct where people = ?", direct.signature())
        .mapTo(Long.class)
        .findOne()
        .map(log -> new Room(log, direct.key(), direct.title()));
  }

  private static Room create(Handle handle, Direct direct) {
    long log =
        handle
            .createQuery("insert into log (head) values (0) returning id")
            .mapTo(Long.class)
            .one();
    handle.execute("insert into direct (log, people) values (?, ?)", log, direct.signature());
    for (User person : direct.people()) {
      handle.execute("insert into direct_person (log, person) values (?, ?)", log, person.id());
    }
    return new Room(log, direct.key(), direct.title());
  }

  /**
   * The conversations of a person in which something was said, the newest on top.
   *
   * @param limit the most that are wanted
   */
  public List<Room> newest(User me, int limit) {
    return database.read(
        handle ->
            rooms(
                me,
                handle
                    .createQuery(
                        """
                        select recent.id as log, person.id, person.name, person.display, person.colour
                        from (
                          select log.id, log.changed_at
                          from direct_person join log on log.id = direct_person.log
                          where direct_person.person = :me and log.head > 0
                          order by log.changed_at desc, log.id desc limit :limit) recent
                        join direct_person on direct_person.log = recent.id
                        join person on person.id = direct_person.person
                        order by recent.changed_at desc, recent.id desc""")
                    .bind("limit", limit)));
  }

  /**
   * The conversations of a person that have these logs, in no order; any other log is passed over.
   */
  public List<Room> of(User me, Collection<Long> logs) {
    if (logs.isEmpty()) {
      return List.of();
    }
    return database.read(
        handle ->
            rooms(
                me,
                handle
                    .createQuery(
                        """
                        select direct_person.log, person.id, person.name, person.display, person.colour
                        from direct_person mine
                        join direct_person on direct_person.log = mine.log
                        join person on person.id = direct_person.person
                        where mine.person = :me and mine.log in (<logs>)""")
                    .bindList("logs", logs)));
  }

  /** A row for each person of each conversation makes a room for each conversation. */
  private static List<Room> rooms(User me, Query rows) {
    Map<Long, List<User>> people = new LinkedHashMap<>();
    rows.bind("me", me.id())
        .map(
            (row, context) ->
                people
                    .computeIfAbsent(row.getLong("log"), log -> new ArrayList<>())
                    .add(Users.NAMES.map(row, context)))
        .list();
    return people.entrySet().stream().map(it -> room(it.getKey(), me, it.getValue())).toList();
  }

  /** A conversation as one of its people has it before them. */
  public static Room room(long log, User me, List<User> people) {
    Direct direct = Direct.of(me, people);
    return new Room(log, direct.key(), direct.title());
  }

  /**
   * What a person may do in a conversation now.
   *
   * @param me null for somebody without a session
   * @param at the moment
   */
  Standing standing(long log, User me, Instant at) {
    List<User> people = people(log);
    if (me == null || people.stream().noneMatch(it -> it.id() == me.id())) {
      return Standing.direct(Refusal.NO_SUCH_ROOM, Refusal.NO_SUCH_ROOM, at);
    }
    return Standing.direct(
        null, people.size() > 2 ? ofMany(log, me, people) : ofTwo(me, people), at);
  }

  /** Asked before each message, so that a block counts for the next one. */
  private Refusal ofTwo(User me, List<User> people) {
    if (people.stream().anyMatch(it -> contacts.hasBlocked(me, it))) {
      return Refusal.BLOCKED_BY_YOU;
    }
    boolean free = people.stream().allMatch(it -> contacts.mayBother(me, it));
    return free ? null : Refusal.NOT_TAKING_MESSAGES;
  }

  /** Asked before the first message only: one of many cannot silence another for all. */
  private Refusal ofMany(long log, User me, List<User> people) {
    return hasBegun(log) || mayMeet(me, people) ? null : Refusal.NOT_TAKING_MESSAGES;
  }

  /** Whoever brings two together, one of whom has blocked the other, would undo the block. */
  private boolean mayMeet(User me, List<User> people) {
    return people.stream()
        .allMatch(
            to ->
                contacts.mayBother(me, to)
                    && people.stream().noneMatch(it -> contacts.hasBlocked(to, it)));
  }

  private boolean hasBegun(long log) {
    String sql = "select head > 0 from log where id = ?";
    return database.read(handle -> handle.select(sql, log).mapTo(Boolean.class).one());
  }

  /** The people of a conversation; none if the log is another's. */
  public List<User> people(long log) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select person.id, person.name, person.display, person.colour
                    from direct_person join person on person.id = direct_person.person
                    where direct_person.log = :log""")
                .bind("log", log)
                .map(Users.NAMES)
                .list());
  }
}
