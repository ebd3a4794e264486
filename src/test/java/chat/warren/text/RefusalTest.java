package chat.warren.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {
  private static final Texts ENGLISH = Texts.of(List.of(Locale.ENGLISH));

  @Test
  void noTwoRefusalsShareACode() {
    Refusal[] all = Refusal.values();
    assertEquals(all.length, Arrays.stream(all).map(Refusal::code).distinct().count());
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void aCodeIsLowerCaseWordsJoinedByHyphens(Refusal refusal) {
    assertTrue(refusal.code().matches("[a-z]+(-[a-z]+)*"), refusal.code());
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void onlyWhatPassesIsWorthTryingAgain(Refusal refusal) {
    assertEquals(refusal.retry(), refusal.status() == 503 || refusal.status() == 429);
    assertTrue(refusal.retry() || (refusal.status() >= 400 && refusal.status() < 500));
  }

  @Test
  void aRefusalIsSaidWithItsDetails() {
    Refused refused = new Refused(Refusal.TEXT_TOO_LONG, 8_000);
    assertEquals(
        "This text is too long. A message can have up to 8,000 characters.",
        refused.sentence(ENGLISH));
  }

  @Test
  void aRefusalTellsOfNoDefectAndHasNoStackTrace() {
    assertEquals(0, new Refused(Refusal.BUSY).getStackTrace().length);
  }

  @Test
  void detailsThatChangeLaterChangeNothing() {
    Object[] details = {"dance"};
    Refused refused = new Refused(Refusal.UNKNOWN_TYPE, details);
    details[0] = "sing";
    assertEquals("There is no event type \"dance\".", refused.sentence(ENGLISH));
  }
}
