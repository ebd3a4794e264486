package chat.warren.apps;

import chat.warren.chat.Inboxes;
import chat.warren.chat.Pace;
import chat.warren.chat.Receipt;
import chat.warren.room.Doors;
import chat.warren.room.Room;
import chat.warren.room.RoomKey;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.user.Limits;
import chat.warren.user.User;
import chat.warren.user.Users;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The rules for other applications: whom they may tell of something, and how fast. Thread-safe. */
public final class Applications {
  private static final int BURST = 200;
  private static final int PER_SECOND = 20;

  private final ApiTokens tokens;
  private final Users users;
  private final Doors doors;
  private final Inboxes inboxes;
  private final Pace pace;

  public Applications(ApiTokens tokens, Users users, Doors doors, Inboxes inboxes, Limits limits) {
    this.tokens = tokens;
    this.users = users;
    this.doors = doors;
    this.inboxes = inboxes;
    pace = new Pace(limits, "push", BURST, PER_SECOND);
  }

  ApiTokens tokens() {
    return tokens;
  }

  /**
   * The application behind a secret.
   *
   * @throws Refused {@link Refusal#BAD_TOKEN}, the same for none, a wrong and a revoked one
   */
  User application(String secret) {
    return tokens.use(secret).orElseThrow(() -> new Refused(Refusal.BAD_TOKEN)).person();
  }

  /**
   * Stores an event for all people that the request names, or for nobody if one of them is not
   * there.
   *
   * @return what each has got, by handle; waits until it is on the disk
   * @throws Refused if a person is not there, or the event cannot be stored
   */
  Map<String, Receipt> pushToPeople(User application, PushRequest request) {
    List<User> people =
        request.users().stream()
            .map(name -> users.named(name).orElseThrow(() -> new Refused(Refusal.NO_SUCH_PERSON)))
            .toList();
    pace.step(application, people.size());
    Map<String, CompletionStage<Receipt>> told = new LinkedHashMap<>();
    for (User person : people) {
      String id = request.id().value();
      told.put(person.name(), inboxes.tell(person, application, request.event(), id));
    }
    Map<String, Receipt> receipts = new LinkedHashMap<>();
    told.forEach((name, stored) -> receipts.put(name, Receipt.await(stored)));
    return receipts;
  }

  /**
   * Shows an event as a card in a room that is there and in which the application may speak.
   *
   * @throws Refused if there is no such room, or the event cannot be stored
   */
  Receipt pushToRoom(User application, PushRequest request) {
    String segment = URLEncoder.encode(request.room(), StandardCharsets.UTF_8).replace("+", "%20");
    Room room =
        doors
            .find(RoomKey.inSegment(segment), application)
            .orElseThrow(() -> new Refused(Refusal.NO_SUCH_ROOM));
    doors.standing(room, application).checkSpeak();
    pace.step(application, 1);
    return Receipt.await(inboxes.show(room, application, request.event(), request.id().value()));
  }
}
