package chat.warren.chat;

import chat.warren.chat.Presence.State;
import chat.warren.user.Contacts;
import chat.warren.user.Preferences;
import chat.warren.user.User;
import java.util.Optional;

/** How people are, for those from whom they take messages. Thread-safe. */
public final class Sightings {
  private final Presence presence;
  private final Preferences preferences;
  private final Contacts contacts;

  public Sightings(Presence presence, Preferences preferences, Contacts contacts) {
    this.presence = presence;
    this.preferences = preferences;
    this.contacts = contacts;
  }

  /** How somebody is; empty if it is none of the other one's business. */
  public Optional<Sighting> of(User person, User asking) {
    if (!contacts.mayBother(asking, person)) {
      return Optional.empty();
    }
    State state = presence.state(person.id());
    return Optional.of(
        new Sighting(
            state,
            state == State.OFFLINE ? preferences.lastSeen(person.name()).orElse(null) : null));
  }
}
