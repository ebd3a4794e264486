package chat.warren.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void aSecretFitsIntoACookie() {
    String secret = Secret.create();
    assertEquals(Secret.LENGTH, secret.length());
    assertTrue(secret.matches("[A-Za-z0-9_-]+"), secret);
  }

  @Test
  void noSecretIsGivenTwice() {
    Set<String> secrets = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      secrets.add(Secret.create());
    }
    assertEquals(1_000, secrets.size());
  }

  @Test
  void theHashIsSha256() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Secret.hash("abc"));
  }

  @Test
  void aMaskedSecretIsAnotherEachTimeAndTheSameUnderneath() {
    String secret = Secret.create();
    String masked = Secret.masked(secret);
    assertNotEquals(masked, Secret.masked(secret));
    assertFalse(masked.contains(secret));
    assertEquals(secret, Secret.unmasked(masked));
    assertNotEquals(secret, Secret.unmasked(masked.substring(1) + "A"));
    assertEquals(secret, Secret.unmasked(secret));
    assertEquals("guess", Secret.unmasked("guess"));
    assertEquals("", Secret.unmasked(""));
  }

  @Test
  void onlyTheWholeSecretIsTheSame() {
    String secret = Secret.create();
    assertTrue(Secret.same(secret, new String(secret.toCharArray())));
    assertFalse(Secret.same(secret, Secret.create()));
    assertFalse(Secret.same(secret, secret.substring(1)));
    assertFalse(Secret.same(secret, secret + "x"));
    assertFalse(Secret.same(secret, ""));
    assertFalse(Secret.same(secret, secret.toUpperCase(java.util.Locale.ROOT) + "小"));
  }
}
