package chat.warren.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets that nobody can guess: 256 random bits as 43 characters (base64url). Thread-safe. */
public final class Secret {
  /** How many characters a secret has. */
  public static final int LENGTH = 43;

  private static final int MASKED_LENGTH = 86;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  public static String create() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /**
   * The SHA-256 of a secret in hexadecimal: what is stored, so that a stolen database opens
   * nothing.
   */
  public static String hash(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * A secret as it stands on a page: in another form each time, so that the length of a compressed
   * page tells nothing of it (BREACH).
   */
  static String masked(String secret) {
    byte[] bits = Base64.getUrlDecoder().decode(secret);
    byte[] both = new byte[2 * bits.length];
    byte[] mask = new byte[bits.length];
    RANDOM.nextBytes(mask);
    for (int i = 0; i < bits.length; i++) {
      both[i] = mask[i];
      both[bits.length + i] = (byte) (bits[i] ^ mask[i]);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
  }

  /** The secret in a text that {@link #masked} made; another text is given back as it is. */
  static String unmasked(String masked) {
    if (!masked.matches("[\\w-]{" + MASKED_LENGTH + "}")) {
      return masked;
    }
    byte[] both = Base64.getUrlDecoder().decode(masked);
    byte[] bits = new byte[both.length / 2];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = (byte) (both[i] ^ both[bits.length + i]);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /** Compares without telling by its time how much of the guess was right. */
  public static boolean same(String secret, String guess) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
  }
}
