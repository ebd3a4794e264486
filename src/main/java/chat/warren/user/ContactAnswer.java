package chat.warren.user;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/** A {@link ContactBook} as programs read it. */
@JsonbPropertyOrder({"contacts", "asking", "asked", "blocked", "writers"})
public record ContactAnswer(
    List<Party> contacts,
    List<Party> asking,
    List<Party> asked,
    List<Party> blocked,
    String writers) {

  static ContactAnswer of(ContactBook book) {
    return new ContactAnswer(
        parties(book.contacts()),
        parties(book.asking()),
        parties(book.asked()),
        parties(book.blocked()),
        book.writers().word());
  }

  private static List<Party> parties(List<User> people) {
    return people.stream().map(it -> new Party(it.name(), it.display())).toList();
  }

  /** A person as others see it. */
  @JsonbPropertyOrder({"name", "display"})
  public record Party(String name, String display) {}
}
