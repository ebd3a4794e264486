package chat.warren.wire;

import chat.warren.chat.Act;
import chat.warren.chat.Entry;
import chat.warren.chat.HistoryPage;
import chat.warren.chat.Level;
import chat.warren.chat.Message;
import chat.warren.chat.MessageBody;
import chat.warren.chat.MessageId;
import chat.warren.chat.Presence.Present;
import chat.warren.chat.Presence.State;
import chat.warren.chat.Quote;
import chat.warren.chat.ReadMark;
import chat.warren.chat.UnreadRoom;
import chat.warren.room.Room;
import chat.warren.room.RoomSettings;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import chat.warren.text.Texts;
import chat.warren.user.User;
import chat.warren.web.Json;
import chat.warren.web.Problem;
import java.util.List;
import java.util.Locale;

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

  public static String hello(Room room, User you, long head, List<Present> people, ReadMark mark) {
    List<ServerEvent.Party> parties =
        people.stream().map(it -> party(it.user(), it.state())).toList();
    return write(
        new ServerEvent.Hello(
            "hello",
            room.key().value(),
            party(you),
            head,
            parties,
            mark.seq(),
            mark.level().word(),
            LIMITS));
  }

  /** An entry as others see it. */
  public static String entry(Entry entry) {
    return MessageText.of(event(entry, null));
  }

  /** An entry as its author sees it: with the id, which makes it the acknowledgement. */
  public static String ownEntry(Entry entry) {
    return MessageText.of(event(entry, entry.id()));
  }

  public static String reset(HistoryPage page, User reader) {
    return write(
        new ServerEvent.Reset(
            "reset",
            page.head(),
            orNull(page.older()),
            messages(page.messages(), reader),
            changes(page, reader),
            quotes(page)));
  }

  /** Messages as a reader sees them. */
  public static List<ServerEvent.CurrentMessage> messages(List<Message> messages, User reader) {
    return messages.stream().map(message -> event(message, reader)).toList();
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
            it.tally().mentions()));
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
    return Json.write(new ServerEvent.Entries(head, events(entries, reader)));
  }

  private static List<ServerEvent> events(List<Entry> entries, User reader) {
    return entries.stream()
        .map(entry -> event(entry, reader != null && isBy(reader, entry) ? entry.id() : null))
        .toList();
  }

  private static List<ServerEvent> changes(HistoryPage page, User reader) {
    return page.changes().isEmpty() ? null : events(page.changes(), reader);
  }

  private static List<ServerEvent.Quoted> quotes(HistoryPage page) {
    return page.quotes().isEmpty() ? null : page.quotes().stream().map(FrameCodec::quote).toList();
  }

  private static ServerEvent.Quoted quote(Quote quote) {
    return new ServerEvent.Quoted(
        quote.seq(), party(quote.author()), quote.text(), orNull(quote.deleted()));
  }

  /** What is not so is left out. */
  private static Boolean orNull(boolean so) {
    return so ? true : null;
  }

  /** Messages in their current state over HTTP. */
  public static String page(HistoryPage page, User reader) {
    return Json.write(
        new ServerEvent.Page(
            page.head(),
            orNull(page.older()),
            orNull(page.newer()),
            messages(page.messages(), reader),
            changes(page, reader),
            quotes(page)));
  }

  public static String pong() {
    return write(new ServerEvent.Pong("pong"));
  }

  public static boolean isBy(User user, Entry entry) {
    return entry.author().id() == user.id();
  }

  private static ServerEvent event(Entry entry, String id) {
    if (entry.act() instanceof Act.Membership it) {
      return member(entry, id, it);
    }
    if (entry.act() instanceof Act.RoomChange change) {
      return room(entry, id, change.to());
    }
    return change(entry, id);
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

  private static ServerEvent.LogEntry change(Entry entry, String id) {
    Act act = entry.act();
    boolean isReaction = act instanceof Act.React;
    boolean isMessage = act instanceof Act.Say;
    boolean hasText = isMessage || act instanceof Act.Edit;
    return new ServerEvent.LogEntry(
        isReaction ? "react" : act.kind(),
        entry.seq(),
        MessageText.time(entry.at()),
        party(entry.author()),
        id,
        isMessage ? null : act.ref(),
        hasText ? act.text() : null,
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
    return new ServerEvent.Party(user.name(), user.display(), null);
  }

  private static ServerEvent.Party party(User user, State state) {
    return new ServerEvent.Party(
        user.name(), user.display(), state.name().toLowerCase(Locale.ROOT));
  }

  private static String write(ServerEvent event) {
    return Json.write(event);
  }
}
