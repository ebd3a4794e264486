package chat.warren.room;

import chat.warren.user.SignIn;
import chat.warren.user.User;
import chat.warren.web.Json;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code /api/rooms}: the public rooms and one's own, and a way to make a new one. Thread-safe. */
public final class RoomsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int ROOMS = 200;
  private static final int MAX_BODY = 4_096;

  private final transient SignIn signIn;
  private final transient Doors doors;
  private final transient Rooms rooms;

  public RoomsServlet(SignIn signIn, Doors doors, Rooms rooms) {
    this.signIn = signIn;
    this.doors = doors;
    this.rooms = rooms;
  }

  /**
   * A room as programs see it.
   *
   * @param room what stands in its URLs, not encoded
   */
  @JsonbPropertyOrder({"room", "title", "topic", "private"})
  public record Listed(
      String room, String title, String topic, @JsonbProperty("private") boolean closed) {
    static Listed of(Room room) {
      return new Listed(room.key().value(), room.title(), room.topic(), room.isPrivate());
    }
  }

  /**
   * The rooms that a reader may know of.
   *
   * @param own those that the reader is a member of
   */
  @JsonbPropertyOrder({"rooms", "own"})
  public record Listing(List<Listed> rooms, List<Listed> own) {}

  /** What a new room is to be. */
  public record Wish(String title, boolean closed) {
    @JsonbCreator
    public static Wish of(
        @JsonbProperty("title") String title, @JsonbProperty("private") Boolean closed) {
      return new Wish(title, closed != null && closed);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<Room> own = signIn.user(request, response).map(rooms::of).orElse(List.of());
    Listing listing = new Listing(listed(rooms.newest(ROOMS)), listed(own));
    Json.answer(response, HttpServletResponse.SC_OK, Json.write(listing));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Wish wish = Json.read(Json.body(request, MAX_BODY), Wish.class);
    RoomKey name = wish.closed() ? null : new RoomName(wish.title());
    String title = wish.closed() ? RoomSettings.title(wish.title()) : null;
    User user = signIn.userOrNewGuest(request, response);
    Room room = wish.closed() ? rooms.createPrivate(title, user) : doors.open(name, user);
    Json.answer(response, HttpServletResponse.SC_CREATED, Json.write(Listed.of(room)));
  }

  private static List<Listed> listed(List<Room> rooms) {
    return rooms.stream().map(Listed::of).toList();
  }
}
