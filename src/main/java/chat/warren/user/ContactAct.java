package chat.warren.user;

import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.util.Locale;

/** What a person may do about another one, by a form or over HTTP. */
enum ContactAct {
  ASK(Contacts::ask),
  ACCEPT(Contacts::accept),
  DECLINE(Contacts::decline),
  REMOVE(Contacts::remove),
  BLOCK(Contacts::block),
  UNBLOCK(Contacts::unblock);

  private final Deed deed;

  ContactAct(Deed deed) {
    this.deed = deed;
  }

  /**
   * The act of that name.
   *
   * @throws Refused {@link Refusal#UNKNOWN_ACT} if there is none
   */
  static ContactAct of(String word) {
    for (ContactAct act : values()) {
      if (act.name().toLowerCase(Locale.ROOT).equals(word)) {
        return act;
      }
    }
    throw new Refused(Refusal.UNKNOWN_ACT);
  }

  /**
   * @throws Refused as the act has it
   */
  void run(Contacts contacts, User person, User other) {
    deed.run(contacts, person, other);
  }

  private interface Deed {
    void run(Contacts contacts, User person, User other);
  }
}
