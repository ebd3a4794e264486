package chat.warren.wire;

import chat.warren.chat.Act;
import chat.warren.chat.Answered;
import chat.warren.chat.Entry;
import chat.warren.chat.HistoryPage;
import chat.warren.chat.Level;
import chat.warren.chat.Message;
import chat.warren.chat.MessageBody;
import chat.warren.chat.MessageId;
import chat.warren.chat.Presence.Present;
import chat.warren.chat.Presence.State;
import chat.warren.chat.UnreadRoom;
import chat.warren.markup.Markup;
import chat.warren.room.Room;
import chat.warren.room.RoomSettings;
import chat.warren.room.Standing;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.User;
import chat.warren.web.Json;
import chat.warren.web.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one place that knows how frames look: reads the client's and writes the server's. Stateless.
 */
public final class FrameCodec {
  /** The largest frame that a client may send, in bytes. */
  public static final int MAX_FRAME = 64 * 1024;

  private static final ServerEvent.Limits LIMITS =
      new ServerEvent.Limits(MessageBody.MAX_LENGTH, MessageId.MAX_LENGTH, MAX_FRAME);

  private FrameCodec() {}

  /**
   * The events in a client's frame: an array of them, or a single one.
   *
   * @throws Refused {@link Refusal#NOT_JSON}
   */
  public static List<ClientFrame> read(String frame) {
    return FrameReader.read(frame);
  }

  public static String hello(Arrival it, long head, List<Present> people) {
    List<ServerEvent.Party> parties =
        people.stream().map(here -> party(here.user(), here.state())).toList();
    List<ServerEvent.Read> receipts =
        it.readers().entrySet().stream()
            .map(reader -> new ServerEvent.Read(null, party(reader.getKey()), reader.getValue()))
            .toList();
    return write(
        new ServerEvent.Hello(
            "hello",
            it.room().key().value(),
            party(it.you()),
            head,
            parties,
            it.mark().seq(),
            it.mark().level().word(),
            standing(null, it.standing(), it.texts()),
            receipts.isEmpty() ? null : receipts,
            LIMITS));
  }

  /**
   * The first event on one's own inbox.
   *
   * @param read the number up to which it is seen
   */
  public static String hello(User you, long head, long read) {
    return write(new ServerEvent.HelloInbox("hello", party(you), head, read, LIMITS));
  }

  /** What a person may do from now on, in the language of {@code texts}. */
  public static String standing(Standing standing, Texts texts) {
    return write(standing("standing", standing, texts));
  }

  private static ServerEvent.Standing standing(String type, Standing it, Texts texts) {
    Refused silence = it.speaking();
    return new ServerEvent.Standing(
        type,
        it.role() == null ? null : it.role().word(),
        it.moderates(),
        it.owns(),
        silence == null
            ? null
            : new ServerEvent.Silence(silence.refusal().code(), silence.sentence(texts)));
  }

  /** An entry as others see it. */
  public static String entry(Entry entry) {
    return entry(entry, html(entry));
  }

  static String entry(Entry entry, String html) {
    return text(entry, null, html);
  }

  /** An entry as its author sees it: with the id, which makes it the acknowledgement. */
  public static String ownEntry(Entry entry) {
    return ownEntry(entry, html(entry));
  }

  static String ownEntry(Entry entry, String html) {
    return text(entry, entry.id(), html);
  }

  /** The text of a message or an edit as it is shown; null if it is shown as it is. */
  static String html(Entry entry) {
    return hasText(entry.act()) ? Markup.html(entry.act().text()) : null;
  }

  private static boolean hasText(Act act) {
    return act instanceof Act.Say || act instanceof Act.Edit;
  }

  private static String text(Entry entry, String id, String html) {
    return entry.act() instanceof Act.Event event && event.text() != null
        ? EventText.of(entry.seq(), entry.at(), party(entry.author()), event.text())
        : MessageText.of(event(entry, id, html));
  }

  public static String reset(HistoryPage page, User reader) {
    return "{\"type\":\"reset\"," + state(page, reader);
  }

  /** What a page holds, as a reader sees it, from the head on. */
  private static String state(HistoryPage page, User reader) {
    String messages =
        page.messages().stream()
            .map(message -> text(message, reader))
            .collect(Collectors.joining(",", "[", "]"));
    String changes =
        page.changes().isEmpty() ? "" : ",\"changes\":" + texts(page.changes(), reader);
    return "\"head\":"
        + page.head()
        + (page.older() ? ",\"older\":true" : "")
        + (page.newer() ? ",\"newer\":true" : "")
        + ",\"entries\":"
        + messages
        + changes
        + (page.answered().isEmpty() ? "" : ",\"quotes\":" + quotes(page))
        + "}";
  }

  private static String quotes(HistoryPage page) {
    return page.answered().stream()
        .map(FrameCodec::quote)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String quote(Answered it) {
    return write(
        new ServerEvent.Quoted(
            it.seq(), party(it.author()), it.text(), it.deleted() ? true : null));
  }

  private static String text(Message message, User reader) {
    return message.event() == null
        ? write(event(message, reader))
        : EventText.of(
            message.seq(), message.at(), party(message.author()), message.event().json());
  }

  /** Somebody has come. */
  public static String here(User user, State state) {
    return write(new ServerEvent.Whereabouts("here", party(user, state)));
  }

  /** Somebody is gone from this log; the state says how the person is over all. */
  public static String gone(User user, State state) {
    return write(new ServerEvent.Whereabouts("gone", party(user, state)));
  }

  /** Somebody who is here has turned away, or back. */
  public static String state(User user, State state) {
    return write(new ServerEvent.Whereabouts("state", party(user, state)));
  }

  /** Somebody is writing. */
  public static String typing(User user) {
    return write(new ServerEvent.Whereabouts("typing", party(user)));
  }

  /**
   * Somebody has read up to a number.
   *
   * @param reader null for the one who is told
   */
  public static String read(User reader, long seq) {
    return write(new ServerEvent.Read("read", reader == null ? null : party(reader), seq));
  }

  /** What of this room counts as unread from now on. */
  public static String level(Level level) {
    return write(new ServerEvent.Level("level", level.word()));
  }

  /** What is unread in another of one's rooms. */
  public static String unread(UnreadRoom it) {
    return write(
        new ServerEvent.Unread(
            "unread",
            it.room().key().value(),
            it.room().title(),
            it.tally().unread(),
            it.tally().mentions(),
            null));
  }

  /** Another room is not among one's own any more. */
  public static String noMoreUnread(Room room) {
    return write(
        new ServerEvent.Unread("unread", room.key().value(), room.title(), null, null, true));
  }

  public static String failure(String id, Refused refused, Texts texts) {
    return Problem.json(id, refused, texts);
  }

  /**
   * Entries over HTTP.
   *
   * @param reader null for somebody without a session
   */
  public static String entries(long head, List<Entry> entries, User reader) {
    return "{\"head\":" + head + ",\"entries\":" + texts(entries, reader) + "}";
  }

  private static String texts(List<Entry> entries, User reader) {
    return entries.stream()
        .map(entry -> reader != null && isBy(reader, entry) ? ownEntry(entry) : entry(entry))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Messages in their current state over HTTP. */
  public static String page(HistoryPage page, User reader) {
    return "{" + state(page, reader);
  }

  public static String pong() {
    return write(new ServerEvent.Pong("pong"));
  }

  public static boolean isBy(User user, Entry entry) {
    return entry.author().id() == user.id();
  }

  private static ServerEvent event(Entry entry, String id, String html) {
    if (entry.act() instanceof Act.Membership it) {
      return member(entry, id, it);
    }
    if (entry.act() instanceof Act.RoomChange change) {
      return room(entry, id, change.to());
    }
    return change(entry, id, html);
  }

  private static ServerEvent member(Entry entry, String id, Act.Membership it) {
    return new ServerEvent.MemberEntry(
        it.kind(),
        entry.seq(),
        MessageText.time(entry.at()),
        party(entry.author()),
        id,
        it.change().word(),
        party(it.person()),
        it.role() == null ? null : it.role().word(),
        it.until() == null ? null : MessageText.time(it.until()));
  }

  private static ServerEvent room(Entry entry, String id, RoomSettings to) {
    return new ServerEvent.RoomEntry(
        entry.act().kind(),
        entry.seq(),
        MessageText.time(entry.at()),
        party(entry.author()),
        id,
        to.title(),
        to.topic(),
        to.readOnly(),
        to.slow(),
        to.archived());
  }

  private static ServerEvent.LogEntry change(Entry entry, String id, String html) {
    Act act = entry.act();
    boolean isReaction = act instanceof Act.React;
    boolean isMessage = act instanceof Act.Say;
    boolean hasText = hasText(act);
    return new ServerEvent.LogEntry(
        isReaction ? "react" : act.kind(),
        entry.seq(),
        MessageText.time(entry.at()),
        party(entry.author()),
        id,
        isMessage ? null : act.ref(),
        hasText ? act.text() : null,
        html,
        isMessage ? act.ref() : null,
        isReaction ? act.text() : null,
        act instanceof Act.React react ? react.on() : null,
        hasText && act.text() == null ? true : null);
  }

  private static ServerEvent.CurrentMessage event(Message message, User reader) {
    return new ServerEvent.CurrentMessage(
        "message",
        message.seq(),
        MessageText.time(message.at()),
        party(message.author()),
        reader != null && message.author().id() == reader.id() ? message.id() : null,
        message.text(),
        message.html(),
        message.replyTo(),
        message.edited() ? true : null,
        message.deleted() ? true : null,
        message.reactions().isEmpty() ? null : reactions(message));
  }

  private static List<ServerEvent.Reaction> reactions(Message message) {
    return message.reactions().stream()
        .map(
            reaction ->
                new ServerEvent.Reaction(
                    reaction.emoji(), reaction.people().stream().map(FrameCodec::party).toList()))
        .toList();
  }

  private static ServerEvent.Party party(User user) {
    return new ServerEvent.Party(user.name(), user.display(), user.colour(), null);
  }

  private static ServerEvent.Party party(User user, State state) {
    return new ServerEvent.Party(user.name(), user.display(), user.colour(), state.word());
  }

  private static String write(ServerEvent event) {
    return Json.write(event);
  }
}
