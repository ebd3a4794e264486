package chat.warren.user;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.text.Refusal;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
  private static final Handle ALICE = new Handle("alice");

  private final PasswordHash hashes = new PasswordHash();

  @Test
  void onlyTheRightPasswordMatches() {
    String stored = hashes.of(new Password("correct horse", ALICE));
    assertTrue(hashes.matches("correct horse", stored));
    assertFalse(hashes.matches("correct horse ", stored));
    assertFalse(hashes.matches("", stored));
    assertFalse(hashes.matches(null, stored));
    assertFalse(hashes.matches("x".repeat(1_000_000), stored));
  }

  @Test
  void aPasswordIsStoredAsArgon2idWithASaltOfItsOwn() {
    String one = hashes.of(new Password("correct horse", ALICE));
    String other = hashes.of(new Password("correct horse", ALICE));
    assertTrue(one.matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[^$]{22}\\$[^$]{43}"), one);
    assertNotEquals(one, other);
    assertTrue(hashes.matches("correct horse", other));
  }

  /** Made by the reference implementation: {@code argon2 somesalt -id -t 2 -k 65536 -p 1 -l 24}. */
  @Test
  void whatOthersHashedIsUnderstood() {
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertTrue(hashes.matches("password", reference));
    assertFalse(hashes.matches("passwort", reference));
  }

  @Test
  void aPasswordIsTheSameOnEveryKeyboard() {
    String stored = hashes.of(new Password("caf\u00e9 caf\u00e9", ALICE));
    assertTrue(hashes.matches("cafe\u0301 cafe\u0301", stored));
  }

  @Test
  void whoDoesNotExistHasNoPasswordAndCostsAsMuch() {
    assertFalse(hashes.matches("correct horse", null));
    String stored = hashes.of(new Password("correct horse", ALICE));
    assertEquals(cost(stored), cost(PasswordHash.NOBODY));
  }

  /** The parameters of Argon2id, and how long salt and hash are. */
  private static String cost(String phc) {
    String[] parts = phc.split("\\$");
    return parts[1] + parts[2] + parts[3] + " " + parts[4].length() + " " + parts[5].length();
  }

  @Test
  void aPasswordHasEightToTwoHundredCharactersAndIsNotTheHandle() {
    assertEquals("12345678", new Password("12345678", ALICE).value());
    assertEquals("👍".repeat(200), new Password("👍".repeat(200), ALICE).value());
    assertRefused(Refusal.PASSWORD_TOO_SHORT, () -> new Password("1234567", ALICE));
    assertRefused(Refusal.PASSWORD_TOO_SHORT, () -> new Password(null, ALICE));
    assertRefused(Refusal.PASSWORD_TOO_LONG, () -> new Password("x".repeat(201), ALICE));
    assertRefused(
        Refusal.PASSWORD_IS_HANDLE, () -> new Password("Elizabeth", new Handle("elizabeth")));
    assertFalse(new Password("12345678", ALICE).toString().contains("1234"));
  }
}
