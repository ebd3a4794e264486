package chat.warren.user;

import chat.warren.db.Database;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User.Rank;
import chat.warren.web.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is signed in: rows under the hash of a secret that only the browser's cookie has, so that a
 * restart signs nobody out. A session ends when it was not used for {@link #LIFETIME}, or when
 * somebody ends it. Thread-safe.
 */
public final class Sessions {
  /** How long a session lives without being used. */
  public static final Duration LIFETIME = Duration.ofDays(180);

  /** A session that was noted as used less than this ago is not noted again, to save the write. */
  private static final Duration FRESH = Duration.ofDays(1);

  /** How long after its begin a session by a link lets its person set a password anew. */
  static final Duration RESET = Duration.ofHours(1);

  /** A guest without a session is most likely about to get one if the guest is younger. */
  private static final Duration COMING = Duration.ofHours(1);

  /** How many sessions are asked for at once. */
  private static final int AT_ONCE = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  private final Database database;
  private final Clock clock;
  private final Consumer<Ended> ended;

  /**
   * @param ended is told of sessions that somebody ended, after that is on the disk and on the
   *     thread of whoever ended them; must be quick
   */
  public Sessions(Database database, Clock clock, Consumer<Ended> ended) {
    this.database = database;
    this.clock = clock;
    this.ended = ended;
  }

  /**
   * Starts a session.
   *
   * @param browser which browser it is, in words
   * @param mayReset whether the password may be set anew without the old one
   */
  Started start(User user, String browser, boolean mayReset) {
    String secret = Secret.create();
    long now = clock.millis();
    long id =
        database.write(
            handle ->
                handle
                    .createQuery(
                        """
                        insert into session
                          (secret_hash, person, created_at, used_at, browser, may_reset)
                        values (:hash, :person, :now, :now, :browser, :mayReset) returning id""")
                    .bind("hash", Secret.hash(secret))
                    .bind("person", user.id())
                    .bind("now", now)
                    .bind("browser", browser)
                    .bind("mayReset", mayReset)
                    .mapTo(Long.class)
                    .one());
    return new Started(secret, new Visit(user, id, Profile.NONE, mayReset));
  }

  /** The session that has this secret, which is thereby used. */
  Optional<Found> find(String secret) {
    String hash = Secret.hash(secret);
    long now = clock.millis();
    Optional<Found> found =
        database.read(
            handle ->
                handle
                    .createQuery(
                        """
                        select person.id as person, person.name, person.display, person.guest,
                          person.administrator, person.colour, person.language, person.zone,
                          session.id as session, session.used_at,
                          session.may_reset and session.created_at > :reset as may_reset
                        from session join person on person.id = session.person
                        where session.secret_hash = :hash and session.used_at > :oldest""")
                    .bind("hash", hash)
                    .bind("oldest", now - LIFETIME.toMillis())
                    .bind("reset", now - RESET.toMillis())
                    .map(
                        (row, context) ->
                            new Found(visit(row), row.getLong("used_at") < now - FRESH.toMillis()))
                    .findOne());
    if (found.isPresent() && found.get().renewed()) {
      database.write(
          handle ->
              handle.execute("update session set used_at = ? where secret_hash = ?", now, hash));
    }
    return found;
  }

  private static Visit visit(ResultSet row) throws SQLException {
    User user =
        new User(
            row.getLong("person"),
            row.getString("name"),
            row.getString("display"),
            Rank.of(row.getBoolean("guest"), row.getBoolean("administrator")),
            row.getString("colour"));
    Profile profile =
        new Profile(row.getString("colour"), row.getString("language"), row.getString("zone"));
    return new Visit(user, row.getLong("session"), profile, row.getBoolean("may_reset"));
  }

  /** What the person of a session is to the whole of Warren now; empty if the session has ended. */
  public Optional<Rank> rank(User user, long session) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select person.guest, person.administrator
                    from session join person on person.id = session.person
                    where session.id = :session and session.person = :person""")
                .bind("session", session)
                .bind("person", user.id())
                .map(
                    (row, context) ->
                        Rank.of(row.getBoolean("guest"), row.getBoolean("administrator")))
                .findOne());
  }

  /**
   * The person of a request that took its time, as things are now.
   *
   * @throws Refused {@link Refusal#SIGN_IN_FIRST} if the session has ended meanwhile
   */
  public User still(Visit visit) {
    return rank(visit.user(), visit.session())
        .map(visit.user()::as)
        .orElseThrow(() -> new Refused(Refusal.SIGN_IN_FIRST));
  }

  /** Those among some sessions that are still there, and what their people are to Warren now. */
  public Map<Long, Rank> open(Collection<Long> sessions) {
    Map<Long, Rank> open = new HashMap<>();
    List<Long> all = List.copyOf(sessions);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Long> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      open.putAll(
          database.read(
              handle ->
                  handle
                      .createQuery(
                          """
                          select session.id, person.guest, person.administrator
                          from session join person on person.id = session.person
                          where session.id in (<some>)""")
                      .bindList("some", some)
                      .reduceRows(
                          new HashMap<Long, Rank>(),
                          (ranks, row) -> {
                            ranks.put(
                                row.getColumn("id", Long.class),
                                Rank.of(
                                    row.getColumn("guest", Boolean.class),
                                    row.getColumn("administrator", Boolean.class)));
                            return ranks;
                          })));
    }
    return open;
  }

  /** All sessions of a person that may still be used, the one used last on top. */
  List<OpenSession> of(User user) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select id, browser, created_at, used_at from session
                    where person = :person and used_at > :oldest
                    order by used_at desc, id desc""")
                .bind("person", user.id())
                .bind("oldest", clock.millis() - LIFETIME.toMillis())
                .map(
                    (row, context) ->
                        new OpenSession(
                            row.getLong("id"),
                            row.getString("browser"),
                            Instant.ofEpochMilli(row.getLong("created_at")),
                            Instant.ofEpochMilli(row.getLong("used_at"))))
                .list());
  }

  /** Ends one session of a person; nothing happens if it is somebody else's. */
  void end(long person, long session) {
    tell(
        database.write(
            handle ->
                ended(
                    person,
                    handle
                        .createQuery(
                            "delete from session where person = :person and id = :id returning id")
                        .bind("person", person)
                        .bind("id", session)
                        .mapTo(Long.class)
                        .list())));
  }

  /** Ends all sessions of a person but one. */
  void endOthers(long person, long kept) {
    tell(database.write(handle -> deleteOthers(handle, person, kept)));
  }

  /** Ends all sessions of a person. */
  void endAll(long person) {
    endOthers(person, 0);
  }

  /**
   * Ends sessions within somebody's transaction, after which {@link #tell} must be called.
   *
   * @param kept the one that stays, or 0
   */
  static Ended deleteOthers(org.jdbi.v3.core.Handle handle, long person, long kept) {
    return ended(
        person,
        handle
            .createQuery("delete from session where person = :person and id <> :kept returning id")
            .bind("person", person)
            .bind("kept", kept)
            .mapTo(Long.class)
            .list());
  }

  /** Tells whoever has to know that sessions are no more. */
  void tell(Ended sessions) {
    if (!sessions.sessions().isEmpty()) {
      ended.accept(sessions);
    }
  }

  private static Ended ended(long person, List<Long> sessions) {
    return new Ended(person, Set.copyOf(sessions));
  }

  /**
   * Removes the sessions that have ended, and the guests who left nothing behind. What cannot be
   * done now is done at another start.
   */
  public void removeEnded() {
    try {
      removeAll(
          """
          delete from session where id in (
            select id from session where used_at <= ? limit ?)""",
          LIFETIME);
      removeAll(
          """
          delete from person where id in (
            select id from person
            where guest and created_at <= ?
              and not exists (select 1 from session where session.person = person.id)
              and not exists (select 1 from entry where entry.author = person.id)
              and not exists (select 1 from direct_person where direct_person.person = person.id)
              and not exists (select 1 from member where member.person = person.id)
            limit ?)""",
          COMING);
    } catch (Refused storeAway) {
      LOG.warn("Ended sessions and their guests are not yet removed: {}", storeAway.getMessage());
    }
  }

  /** Some at a time, so that nobody waits for all of them. */
  private void removeAll(String some, Duration age) {
    long before = clock.millis() - age.toMillis();
    int removed;
    do {
      removed = database.write(handle -> handle.execute(some, before, AT_ONCE));
    } while (removed == AT_ONCE);
  }

  /**
   * @param secret what the cookie is to hold
   * @param visit as if the session had come with the request already
   */
  record Started(String secret, Visit visit) {}

  /**
   * @param renewed whether its end was just put off, so that the cookie's end should be too
   */
  record Found(Visit visit, boolean renewed) {}
}
