package chat.warren.apps;

import chat.warren.user.User;
import java.time.Instant;

/**
 * What lets one application in, without its secret, which nobody but the application has.
 *
 * @param person whom the application speaks as; it has nothing else
 * @param label what the administrator calls it
 * @param madeBy the handle of the administrator who made it, or null when that person is no more
 * @param createdAt when
 * @param usedAt when it was last used, to the minute; null for never
 * @param revokedAt when it was revoked; null if it is good
 */
public record ApiToken(
    User person,
    String label,
    String madeBy,
    Instant createdAt,
    Instant usedAt,
    Instant revokedAt) {}
