package chat.warren.user;

import chat.warren.text.Names;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as they are stored: Argon2id (RFC 9106) with the parameters that OWASP recommends, as a
 * PHC string. Each takes 19 MiB and a core for some 30 ms, so only a few run at a time.
 * Thread-safe.
 */
final class PasswordHash {
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int AT_A_TIME = 2;
  private static final int WAITING = 50;

  private static final Pattern PHC =
      Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");

  /** The hash of no password: whoever does not exist costs as much as whoever does. */
  static final String NOBODY =
      "$argon2id$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Semaphore turns = new Semaphore(AT_A_TIME, true);

  /**
   * A password as it is stored, each time with another salt.
   *
   * @throws Refused {@link Refusal#SIGN_IN_BUSY} if too many wait already
   */
  String of(Password password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] hash =
        inTurn(password.value(), new Cost(MEMORY_KIB, ITERATIONS, LANES), salt, HASH_BYTES);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB,
            ITERATIONS,
            LANES,
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  /**
   * Whether what was typed is the stored password. Takes the same time whatever the answer is.
   *
   * @param stored the PHC string, or null for somebody who has no password or does not exist
   * @throws Refused {@link Refusal#SIGN_IN_BUSY} if too many wait already
   */
  boolean matches(String typed, String stored) {
    Matcher phc = PHC.matcher(stored == null ? NOBODY : stored);
    if (!phc.matches()) {
      throw new IllegalStateException("a stored password is no Argon2id");
    }
    String guess = Password.normal(typed);
    boolean possible = stored != null && Names.length(guess) <= Password.MAX_LENGTH;
    byte[] expected = Base64.getDecoder().decode(phc.group(5));
    Cost cost =
        new Cost(
            Integer.parseInt(phc.group(1)),
            Integer.parseInt(phc.group(2)),
            Integer.parseInt(phc.group(3)));
    byte[] salt = Base64.getDecoder().decode(phc.group(4));
    byte[] hash = inTurn(possible ? guess : "", cost, salt, expected.length);
    return MessageDigest.isEqual(expected, hash) & possible;
  }

  private byte[] inTurn(String password, Cost cost, byte[] salt, int length) {
    if (turns.getQueueLength() > WAITING) {
      throw new Refused(Refusal.SIGN_IN_BUSY);
    }
    turns.acquireUninterruptibly();
    try {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(cost.memoryKib)
              .withIterations(cost.iterations)
              .withParallelism(cost.lanes)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[length];
      argon2.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
      return hash;
    } finally {
      turns.release();
    }
  }

  private record Cost(int memoryKib, int iterations, int lanes) {}
}
