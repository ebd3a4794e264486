package chat.warren.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.chat.History;
import chat.warren.testing.Site;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Three people in a room of their own, a reader whose connection is bad, and some who come late.
 */
final class Meeting implements AutoCloseable {
  private static final int BOB = 1;

  private final String room;
  private final List<Site> people;
  private final List<String> names;
  private final List<Participant> speakers = new ArrayList<>();
  private final Reader shaky;
  private final List<Reader> late = new ArrayList<>();

  /**
   * @param names the people as others see them, by {@link Seen#party}
   */
  Meeting(String room, List<Site> people, List<String> names) {
    this.room = room;
    this.people = people;
    this.names = names;
    people.forEach(site -> speakers.add(new Participant(site, room)));
    shaky = Reader.fromTheStart(people.get(BOB), room);
  }

  /** One person says much before the others do anything. */
  void begin(int messages) {
    for (int n = 1; n <= messages; n++) {
      String id = room + "-first-" + n;
      speakers
          .get(0)
          .send(
              Json.createObjectBuilder()
                  .add("type", "message")
                  .add("id", id)
                  .add("message", Words.next())
                  .build(),
              null);
    }
    speakers.get(0).await();
  }

  void take(Step step) {
    switch (step.kind()) {
      case BREAK -> shake(step);
      case ARRIVE -> late.add(arrive(step));
      default -> speakers.get(step.who()).act(step, names.get(step.who()));
    }
  }

  private void shake(Step step) {
    if (!shaky.isConnected()) {
      shaky.connect();
      speakers.get(BOB).sendAgain(step, shaky);
      return;
    }
    if (step.waits()) {
      shaky.readUntilNow(answer -> {});
    }
    shaky.disconnect();
  }

  private Reader arrive(Step step) {
    Site site = people.get(step.who());
    return step.waits()
        ? Reader.fromReset(site, room)
        : Reader.from(site, room, RoomPage.state(RoomPage.html(site, room)));
  }

  /** All views of the room are one. */
  List<Seen> checkAllViews() {
    speakers.forEach(Participant::await);
    long head =
        speakers.stream().mapToLong(speaker -> speaker.reader().state().head()).max().orElse(0);
    RoomState first = speakers.get(0).reader().readTo(head);
    assertEquals(head, first.head());
    for (Participant speaker : speakers) {
      assertEquals(first.messages(), speaker.reader().readTo(head).messages(), "from the start");
      speaker.checkSilence();
      assertEquals(head, speaker.reader().state().head());
    }
    if (!shaky.isConnected()) {
      shaky.connect();
    }
    assertEquals(first.messages(), shaky.readTo(head).messages(), "with breaks");
    for (Reader reader : late) {
      List<Seen> seen = reader.readTo(head).messages();
      assertEquals(seen.isEmpty() ? List.of() : first.since(seen.get(0).seq()), seen, "come late");
    }
    speakers.forEach(speaker -> speaker.sent().forEach(sent -> sent.check(first)));
    checkFreshViews(first);
    return first.messages();
  }

  /** Whoever comes now gets the same, and no text that was deleted or refused. */
  private void checkFreshViews(RoomState expected) {
    String html = RoomPage.html(people.get(2), room);
    RoomState page = RoomPage.state(html);
    assertEquals(expected.head(), page.head());
    assertEquals(expected.newest(History.PAGE), page.messages(), "the page");
    try (Reader reset = Reader.fromReset(people.get(0), room);
        Reader replay = Reader.fromTheStart(people.get(2), room)) {
      assertEquals(expected.head(), reset.state().head());
      assertEquals(expected.newest(History.PAGE), reset.state().messages(), "the reset");
      assertEquals(expected.messages(), replay.readTo(expected.head()).messages(), "the log again");
      checkOrder(replay.entries());
      checkGone(expected, html + reset.state().messages() + replay.entries());
    }
  }

  private void checkGone(RoomState end, String shown) {
    for (Participant speaker : speakers) {
      for (Sent sent : speaker.sent()) {
        Long message = sent.messageOfText();
        if (sent.text() != null && (message == null || end.message(message).deleted())) {
          assertFalse(shown.contains(Words.in(sent.text())), () -> "still shown: " + sent);
        }
      }
    }
  }

  /** What is about a message comes after it, and nothing is about one that is gone. */
  private static void checkOrder(List<JsonObject> entries) {
    Map<Long, Boolean> there = new HashMap<>();
    for (JsonObject entry : entries) {
      boolean isMessage = entry.getString("type").equals("message");
      String key = isMessage ? "replyTo" : "target";
      if (entry.containsKey(key)) {
        long about = entry.getJsonNumber(key).longValue();
        assertTrue(there.getOrDefault(about, false), entry::toString);
        there.put(about, !entry.getString("type").equals("delete"));
      }
      if (isMessage) {
        there.put(entry.getJsonNumber("seq").longValue(), true);
      }
    }
  }

  @Override
  public void close() {
    speakers.forEach(Participant::close);
    shaky.close();
    late.forEach(Reader::close);
  }
}
