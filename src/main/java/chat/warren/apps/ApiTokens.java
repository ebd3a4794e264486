package chat.warren.apps;

import chat.warren.db.Database;
import chat.warren.user.User;
import chat.warren.user.Users;
import chat.warren.web.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The tokens of other applications. Only their hashes are stored; looking one up takes the same
 * time whatever is wrong with it. Thread-safe.
 */
public final class ApiTokens {
  /** A use less than this after the last one is not noted, to save the write. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private static final String TOKENS =
      """
      select person.id, person.name, person.display, api_token.label, maker.name as made_by,
             api_token.created_at, api_token.used_at, api_token.revoked_at
      from api_token join person on person.id = api_token.person
        left join person maker on maker.id = api_token.made_by
      """;

  private static final RowMapper<ApiToken> TOKEN =
      (row, context) ->
          new ApiToken(
              new User(row.getLong("id"), row.getString("name"), row.getString("display")),
              row.getString("label"),
              row.getString("made_by"),
              time(row, "created_at"),
              time(row, "used_at"),
              time(row, "revoked_at"));

  private final Database database;
  private final Users users;
  private final Clock clock;

  public ApiTokens(Database database, Users users, Clock clock) {
    this.database = database;
    this.users = users;
    this.clock = clock;
  }

  /** Makes a token for an application and gives its secret, which is told this once. */
  String make(Label label, User maker) {
    String secret = Secret.create();
    User person = users.welcomeApplication(label.value());
    database.write(
        handle ->
            handle.execute(
                """
                insert into api_token (secret_hash, person, label, made_by, created_at)
                values (?, ?, ?, ?, ?)""",
                Secret.hash(secret),
                person.id(),
                label.value(),
                maker.id(),
                clock.millis()));
    return secret;
  }

  /** The token of that secret if it is good, which is thereby used. */
  Optional<ApiToken> use(String secret) {
    String hash = Secret.hash(secret);
    Optional<ApiToken> found =
        database
            .read(
                handle ->
                    handle
                        .createQuery(TOKENS + "where api_token.secret_hash = :hash")
                        .bind("hash", hash)
                        .map(TOKEN)
                        .findOne())
            .filter(token -> token.revokedAt() == null);
    found.ifPresent(token -> noteUse(token, hash));
    return found;
  }

  private void noteUse(ApiToken token, String hash) {
    Instant now = clock.instant();
    if (token.usedAt() == null || token.usedAt().plus(FRESH).isBefore(now)) {
      database.write(
          handle ->
              handle.execute(
                  "update api_token set used_at = ? where secret_hash = ?",
                  now.toEpochMilli(),
                  hash));
    }
  }

  /** All that were ever made, the newest first. */
  List<ApiToken> all() {
    return database.read(
        handle -> handle.createQuery(TOKENS + "order by api_token.person desc").map(TOKEN).list());
  }

  /**
   * Revokes a token for good.
   *
   * @param person the number of the person whom its application speaks as
   */
  void revoke(long person) {
    database.write(
        handle ->
            handle.execute(
                "update api_token set revoked_at = ? where person = ? and revoked_at is null",
                clock.millis(),
                person));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
