package chat.warren.chat;

import chat.warren.room.Change;
import chat.warren.room.Role;
import chat.warren.room.RoomSettings;
import chat.warren.user.User;
import chat.warren.web.Json;
import java.time.Instant;

/** What an entry of a log does. A text that was deleted since is null. */
public sealed interface Act {
  /** The kind of the entries whose {@link #ref} is a person and not a message. */
  String MEMBER = "member";

  /** The word for it in the store. */
  String kind();

  /** The number of the message, or of the person, that it is about, or null. */
  Long ref();

  /** What it carries: a text, an emoji, or null. */
  String text();

  /**
   * A message.
   *
   * @param replyTo the number of the message that it answers, or null
   */
  record Say(String text, Long replyTo) implements Act {
    @Override
    public String kind() {
      return "message";
    }

    @Override
    public Long ref() {
      return replyTo;
    }
  }

  /** A message has another text from now on. */
  record Edit(long target, String text) implements Act {
    @Override
    public String kind() {
      return "edit";
    }

    @Override
    public Long ref() {
      return target;
    }
  }

  /** A message has no text any more; its place stays. */
  record Delete(long target) implements Act {
    @Override
    public String kind() {
      return "delete";
    }

    @Override
    public Long ref() {
      return target;
    }

    @Override
    public String text() {
      return null;
    }
  }

  /**
   * Somebody reacts to a message.
   *
   * @param on false to take the reaction back
   */
  record React(long target, String emoji, boolean on) implements Act {
    @Override
    public String kind() {
      return on ? "react" : "unreact";
    }

    @Override
    public Long ref() {
      return target;
    }

    @Override
    public String text() {
      return emoji;
    }
  }

  /**
   * Something that people are told of; nobody says it.
   *
   * @param text a {@link Notification} as JSON
   */
  record Event(String text) implements Act {
    @Override
    public String kind() {
      return "event";
    }

    @Override
    public Long ref() {
      return null;
    }
  }

  /**
   * Something has happened to a person in the room.
   *
   * @param role what the person has become, for {@link Change#ROLE}; else null
   * @param until when a ban or a mute ends; null for never and for everything else
   */
  record Membership(Change change, User person, Role role, Instant until) implements Act {
    @Override
    public String kind() {
      return MEMBER;
    }

    @Override
    public Long ref() {
      return person.id();
    }

    @Override
    public String text() {
      String detail = role != null ? role.word() : until != null ? until.toString() : "";
      return (change.word() + " " + detail).strip();
    }

    private static Membership of(String text, User person) {
      String[] words = text.split(" ");
      Change change = Change.told(words[0]);
      boolean more = words.length > 1;
      return new Membership(
          change,
          person,
          more && change == Change.ROLE ? Role.of(words[1]) : null,
          more && change != Change.ROLE ? Instant.parse(words[1]) : null);
    }
  }

  /**
   * The room is another from now on.
   *
   * @param to what has changed
   */
  record RoomChange(RoomSettings to) implements Act {
    @Override
    public String kind() {
      return "room";
    }

    @Override
    public Long ref() {
      return null;
    }

    @Override
    public String text() {
      return Json.write(to);
    }
  }

  /**
   * The act that the store's columns tell of.
   *
   * @param person whom it is about, for {@link #MEMBER}
   */
  static Act of(String kind, Long ref, String text, User person) {
    return switch (kind) {
      case MEMBER -> Membership.of(text, person);
      case "room" -> new RoomChange(Json.read(text, RoomSettings.class));
      case "message" -> new Say(text, ref);
      case "event" -> new Event(text);
      case "edit" -> new Edit(ref, text);
      case "delete" -> new Delete(ref);
      case "react" -> new React(ref, text, true);
      case "unreact" -> new React(ref, text, false);
      default -> throw new IllegalStateException("an entry of unknown kind " + kind);
    };
  }
}
