package chat.warren.user;

import chat.warren.db.Database;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.User.Rank;
import chat.warren.web.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The links that let people in. Thread-safe. */
public final class Links {
  static final Duration INVITATION_LIFE = Duration.ofDays(7);
  static final Duration SIGN_IN_LIFE = Duration.ofMinutes(15);
  static final int MOST_USES = 100;

  private static final String SELECT =
      """
      select link.id, link.kind, link.made_by, link.person, link.expires_at, link.uses_left,
        person.name, person.display, person.guest, person.administrator
      from link join person on person.id = link.made_by
      where link.uses_left > 0 and link.expires_at > :now""";

  private static final RowMapper<Link> LINK =
      (row, context) -> {
        User madeBy =
            new User(
                row.getLong("made_by"),
                row.getString("name"),
                row.getString("display"),
                Rank.of(row.getBoolean("guest"), row.getBoolean("administrator")));
        long person = row.getLong("person");
        return new Link(
            row.getLong("id"),
            Link.Kind.of(row.getString("kind")),
            madeBy,
            row.wasNull() ? null : person,
            Instant.ofEpochMilli(row.getLong("expires_at")),
            row.getInt("uses_left"));
      };

  private final Database database;
  private final Registration registration;
  private final Clock clock;

  public Links(Database database, Registration registration, Clock clock) {
    this.database = database;
    this.registration = registration;
    this.clock = clock;
  }

  /** Whether a person may make invitations. */
  boolean mayInvite(User user) {
    return user.isAdministrator() || (!user.isGuest() && registration != Registration.CLOSED);
  }

  /**
   * Makes an invitation and gives its secret.
   *
   * @param uses for how many people, 1 to {@link #MOST_USES}
   * @throws Refused if the person may not invite, or not so many
   */
  String invite(User by, int uses) {
    if (!mayInvite(by)) {
      throw new Refused(Refusal.ADMINISTRATORS_ONLY);
    }
    if (uses < 1 || uses > MOST_USES) {
      throw new Refused(Refusal.BAD_PARAMETER, "uses", "1", String.valueOf(MOST_USES));
    }
    return create(Link.Kind.INVITATION, by, null, INVITATION_LIFE, uses);
  }

  /**
   * Makes a link that signs a person in once, and gives its secret.
   *
   * @param person the number of oneself, or as an administrator of anybody who has an account
   * @throws Refused if that is not allowed
   */
  String signIn(User by, long person) {
    if (by.id() != person && !by.isAdministrator()) {
      throw new Refused(Refusal.ADMINISTRATORS_ONLY);
    }
    return create(Link.Kind.SIGN_IN, by, person, SIGN_IN_LIFE, 1);
  }

  private String create(Link.Kind kind, User by, Long person, Duration life, int uses) {
    String secret = Secret.create();
    long now = clock.millis();
    database.write(
        handle -> {
          handle.execute("delete from link where expires_at <= ? or uses_left <= 0", now);
          return handle.execute(
              """
              insert into link
                (secret_hash, kind, made_by, person, created_at, expires_at, uses_left)
              values (?, ?, ?, ?, ?, ?, ?)""",
              Secret.hash(secret),
              kind.word(),
              by.id(),
              person,
              now,
              now + life.toMillis(),
              uses);
        });
    return secret;
  }

  /** The links of a person that still work, the newest on top. */
  List<Link> of(User by) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + " and link.made_by = :by order by link.id desc")
                .bind("now", clock.millis())
                .bind("by", by.id())
                .map(LINK)
                .list());
  }

  /** Makes one of one's own links useless. */
  void revoke(User by, long id) {
    database.write(
        handle -> handle.execute("delete from link where id = ? and made_by = ?", id, by.id()));
  }

  /**
   * The link that has this secret.
   *
   * @throws Refused {@link Refusal#LINK_ENDED} if there is none that works
   */
  Link find(Link.Kind kind, String secret) {
    return database
        .read(handle -> find(handle, kind, secret, clock.millis()))
        .orElseThrow(() -> new Refused(Refusal.LINK_ENDED));
  }

  /**
   * Signs somebody in by a link, which is used up by that.
   *
   * @throws Refused {@link Refusal#LINK_ENDED} if there is none that works
   */
  Admitted admit(String secret) {
    return database.write(
        handle -> {
          Link link = use(handle, Link.Kind.SIGN_IN, secret, clock.millis());
          User user =
              handle
                  .createQuery(
                      """
                      select id, name, display, administrator from person
                      where id = :id and password is not null""")
                  .bind("id", link.person())
                  .map(
                      (row, context) ->
                          new User(
                              row.getLong("id"),
                              row.getString("name"),
                              row.getString("display"),
                              Rank.of(false, row.getBoolean("administrator"))))
                  .findOne()
                  .orElseThrow(() -> new Refused(Refusal.LINK_ENDED));
          return new Admitted(user, link.madeBy().id() != user.id());
        });
  }

  /** Takes one use of a link, within somebody's transaction. */
  static Link use(org.jdbi.v3.core.Handle handle, Link.Kind kind, String secret, long now) {
    Link link = find(handle, kind, secret, now).orElseThrow(() -> new Refused(Refusal.LINK_ENDED));
    int used =
        handle.execute(
            "update link set uses_left = uses_left - 1 where id = ? and uses_left > 0", link.id());
    if (used == 0) {
      throw new Refused(Refusal.LINK_ENDED);
    }
    return link;
  }

  private static Optional<Link> find(
      org.jdbi.v3.core.Handle handle, Link.Kind kind, String secret, long now) {
    return handle
        .createQuery(SELECT + " and link.secret_hash = :hash and link.kind = :kind")
        .bind("now", now)
        .bind("hash", Secret.hash(secret))
        .bind("kind", kind.word())
        .map(LINK)
        .findOne();
  }

  /**
   * Who comes in by a link.
   *
   * @param mayReset whether the person may set a new password without knowing the old one: when it
   *     was an administrator who made the link
   */
  record Admitted(User user, boolean mayReset) {}
}
