package chat.warren.chat;

/** What an entry of a log does. A text that was deleted since is null. */
public sealed interface Act {
  /** The word for it in the store. */
  String kind();

  /** The number of the message that it is about, or null. */
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

  /** The act that the store's columns tell of. */
  static Act of(String kind, Long ref, String text) {
    return switch (kind) {
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
