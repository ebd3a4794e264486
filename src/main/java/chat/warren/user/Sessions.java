package chat.warren.user;

import chat.warren.db.Database;
import chat.warren.user.User.Rank;
import chat.warren.web.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Who is signed in: rows under the hash of a secret that only the browser's cookie has, so that a
 * restart signs nobody out. A session ends when it was not used for {@link #LIFETIME}. Thread-safe.
 */
public final class Sessions {
  /** How long a session lives without being used. */
  public static final Duration LIFETIME = Duration.ofDays(180);

  /** A session that was noted as used less than this ago is not noted again, to save the write. */
  private static final Duration FRESH = Duration.ofDays(1);

  private final Database database;
  private final Clock clock;

  public Sessions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Starts a session and gives its secret. */
  public String start(User user) {
    String secret = Secret.create();
    long now = clock.millis();
    database.write(
        handle ->
            handle.execute(
                "insert into session (secret_hash, person, created_at, used_at) values (?, ?, ?, ?)",
                Secret.hash(secret),
                user.id(),
                now,
                now));
    return secret;
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
                        select person.id, person.name, person.display, person.guest,
                          person.administrator, session.used_at
                        from session join person on person.id = session.person
                        where session.secret_hash = :hash and session.used_at > :oldest""")
                    .bind("hash", hash)
                    .bind("oldest", now - LIFETIME.toMillis())
                    .map(
                        (row, context) ->
                            new Found(
                                new User(
                                    row.getLong("id"),
                                    row.getString("name"),
                                    row.getString("display"),
                                    Rank.of(
                                        row.getBoolean("guest"), row.getBoolean("administrator"))),
                                row.getLong("used_at") < now - FRESH.toMillis()))
                    .findOne());
    if (found.isPresent() && found.get().renewed()) {
      database.write(
          handle ->
              handle.execute("update session set used_at = ? where secret_hash = ?", now, hash));
    }
    return found;
  }

  /** Removes the sessions that have ended, and the guests who left nothing behind. */
  public void removeEnded() {
    database.write(
        handle -> {
          handle.execute(
              "delete from session where used_at <= ?", clock.millis() - LIFETIME.toMillis());
          return handle.execute(
              """
              delete from person
              where guest and not exists (select 1 from session where session.person = person.id)
                and not exists (select 1 from entry where entry.author = person.id)
                and not exists (select 1 from member where member.person = person.id)""");
        });
  }

  /**
   * @param renewed whether its end was just put off, so that the cookie's end should be too
   */
  record Found(User user, boolean renewed) {}
}
