package chat.warren.faults;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/**
 * Speaks by {@code POST /api/rooms/{room}/messages}, one after the other, and listens by a socket.
 */
final class HttpWay implements Way {
  private final Site site;
  private final String room;
  private final Way listening;

  HttpWay(Site site, int port, String room) {
    this.site = site;
    this.room = room;
    listening = new SocketWay(site, port, room);
  }

  @Override
  public Line open(Books books) throws IOException {
    Line socket = listening.open(books);
    return new Line() {
      @Override
      public void send(String id, String text) throws IOException {
        post(books, id, text);
      }

      @Override
      public boolean isOpen() {
        return socket.isOpen();
      }

      @Override
      public void close() {
        socket.close();
      }
    };
  }

  private void post(Books books, String id, String text) throws IOException {
    String json = Json.createObjectBuilder().add("id", id).add("message", text).build().toString();
    try {
      HttpResponse<String> answer =
          site.postJson("api/rooms/" + room + "/messages", json, site.origin());
      JsonObject event = ChatClient.parse(answer.body()).get(0);
      if (answer.statusCode() == 200 || answer.statusCode() == 201) {
        books.acknowledge(id, event.getInt("seq"));
      } else {
        books.take(event);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
