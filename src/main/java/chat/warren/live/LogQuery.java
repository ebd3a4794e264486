package chat.warren.live;

import chat.warren.chat.Entry;
import chat.warren.chat.History;
import chat.warren.chat.Stretch;
import chat.warren.room.Room;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.User;
import chat.warren.web.Json;
import chat.warren.wire.FrameCodec;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a program asks of a log over HTTP.
 *
 * @param since the number after which it wants the entries; below 0 for a page of the current state
 * @param stretch which page
 * @param limit how many entries at most
 * @param patience how long it waits for the next entry when there is none
 */
record LogQuery(long since, Stretch stretch, int limit, Duration patience) {
  private static final Logger LOG = LoggerFactory.getLogger(LogQuery.class);
  private static final int MAX_LIMIT = 200;
  private static final int MAX_WAIT = 25;

  /**
   * @throws Refused {@link Refusal#BAD_PARAMETER}
   */
  static LogQuery of(HttpServletRequest request) {
    return new LogQuery(
        number(request, "since", 0, Long.MAX_VALUE, -1),
        Stretch.of(request),
        (int) number(request, "limit", 1, MAX_LIMIT, History.PAGE),
        Duration.ofSeconds(number(request, "wait", 0, MAX_WAIT, 0)));
  }

  private static long number(
      HttpServletRequest request, String name, long least, long most, long preset) {
    String value = request.getParameter(name);
    if (value == null) {
      return preset;
    }
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of bounds.
    }
    throw new Refused(Refusal.BAD_PARAMETER, name, String.valueOf(least), String.valueOf(most));
  }

  /** Whether it wants to hear of what comes. */
  boolean waits() {
    return !patience.isZero();
  }

  /**
   * Answers now, or when there is something.
   *
   * @param reader null for somebody without a session
   * @param mayRead asked again when entries were read; throws {@link Refused} if the reader may not
   *     any more
   */
  void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      History history,
      Room room,
      User reader,
      Runnable mayRead)
      throws IOException {
    if (since < 0) {
      Json.answer(response, 200, FrameCodec.page(stretch.read(history, room.log(), limit), reader));
    } else if (!waits() || history.head(room.log()) != since) {
      String news = after(history, room, reader);
      mayRead.run();
      Json.answer(response, 200, news);
    } else {
      Texts texts = Texts.of(request);
      AsyncContext async = request.startAsync();
      async.setTimeout(0);
      HttpServletResponse later = (HttpServletResponse) async.getResponse();
      Runnable answer =
          () -> {
            try {
              finish(later, () -> after(history, room, reader), mayRead, texts);
            } finally {
              async.complete();
            }
          };
      try {
        RoomSessions.whenAfter(room, since, patience, answer);
      } catch (Refused storeAway) {
        refuse(later, null, storeAway, texts);
        async.complete();
      }
    }
  }

  private static void finish(
      HttpServletResponse response, Supplier<String> news, Runnable mayRead, Texts texts) {
    try {
      String answer = news.get();
      // After that was read: nobody gets what came when they might not read any more.
      mayRead.run();
      Json.answer(response, 200, answer);
    } catch (Refused refused) {
      refuse(response, null, refused, texts);
    } catch (IOException | RuntimeException e) {
      LOG.warn("a waiting request could not be answered", e);
      response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
  }

  /** A number ahead of the log, as after a restored backup, is answered by the newest page. */
  private String after(History history, Room room, User reader) {
    long head = history.head(room.log());
    if (since > head) {
      return FrameCodec.reset(history.newest(room.log()), reader);
    }
    List<Entry> entries = history.after(room.log(), since, limit);
    return FrameCodec.entries(Math.max(head, last(entries, head)), entries, reader);
  }

  private static long last(List<Entry> entries, long head) {
    return entries.isEmpty() ? head : entries.get(entries.size() - 1).seq();
  }

  /** Answers a request that may not be. */
  static void refuse(HttpServletResponse response, String id, Refused refused, Texts texts) {
    try {
      Json.answer(response, refused.refusal().status(), FrameCodec.failure(id, refused, texts));
    } catch (IOException e) {
      LOG.warn("a refusal could not be answered", e);
    }
  }
}
