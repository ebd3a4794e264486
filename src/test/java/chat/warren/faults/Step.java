package chat.warren.faults;

import chat.warren.markup.Markup;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * One thing that happens in a room.
 *
 * @param who the number of the person who does it
 * @param pick which one of those there are: a message, an emoji, an earlier frame
 * @param tail the end of the text, if it has one
 * @param waits whether the person waits for the answers to all that was sent
 */
record Step(Kind kind, int who, int pick, String tail, boolean waits) {
  static final int PEOPLE = 3;

  /** All that people do, and all that happens to readers. */
  enum Kind {
    SAY,
    REPLY,
    EDIT_OWN,
    EDIT_OTHERS,
    DELETE_OWN,
    DELETE_OTHERS,
    REACT,
    UNREACT,
    /** The same frame again. */
    REPEAT,
    /** Another text under an id that was used. */
    REUSE_ID,
    /** Something about a message that is none. */
    ON_MISSING,
    /** Something about a message that was deleted. */
    ON_DELETED,
    /** The reader whose connection is bad loses it, or comes back. */
    BREAK,
    /** Somebody opens the page, or is reset, and follows from there. */
    ARRIVE
  }

  static Arbitrary<Step> any() {
    return Combinators.combine(
            kinds(),
            numbers(PEOPLE - 1),
            numbers(9_999),
            tails(),
            Arbitraries.frequency(Tuple.of(2, true), Tuple.of(3, false)))
        .as(Step::new);
  }

  private static Arbitrary<Kind> kinds() {
    return Arbitraries.frequency(
        Tuple.of(8, Kind.SAY),
        Tuple.of(3, Kind.REPLY),
        Tuple.of(4, Kind.EDIT_OWN),
        Tuple.of(1, Kind.EDIT_OTHERS),
        Tuple.of(2, Kind.DELETE_OWN),
        Tuple.of(1, Kind.DELETE_OTHERS),
        Tuple.of(6, Kind.REACT),
        Tuple.of(3, Kind.UNREACT),
        Tuple.of(3, Kind.REPEAT),
        Tuple.of(1, Kind.REUSE_ID),
        Tuple.of(1, Kind.ON_MISSING),
        Tuple.of(2, Kind.ON_DELETED),
        Tuple.of(3, Kind.BREAK),
        Tuple.of(1, Kind.ARRIVE));
  }

  private static Arbitrary<Integer> numbers(int last) {
    return Arbitraries.integers().between(0, last).withDistribution(RandomDistribution.uniform());
  }

  /** A page has a text as it was written only if nothing in it is drawn in another way. */
  private static Arbitrary<String> tails() {
    return Arbitraries.oneOf(
            Arbitraries.of("", " ", "\n", "</p><b>&lt;", "早上好 👋", "\u202bعربى", "e\u0301"),
            Arbitraries.strings().withChars("ab <>&;\"'\\/#\n\t${}").ofMaxLength(40))
        .filter(tail -> Markup.html("word" + tail) == null);
  }
}
