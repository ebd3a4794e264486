package chat.warren.wire;

/**
 * What a client sends; what is absent is null. Read by {@link FrameCodec} alone.
 *
 * @param type {@code message} (also when absent, as the plain dialect has it), {@code edit}, {@code
 *     delete}, {@code react}, {@code read}, {@code level}, {@code typing}, {@code away} or {@code
 *     ping}, or the type of a {@link chat.warren.chat.Measure}
 * @param id the id that the client chose for it
 * @param message the text
 * @param replyTo the number of the message that this one answers
 * @param seq the number of the message to change, or up to which was read
 * @param emoji what to react with
 * @param on false to take a reaction back, or to look at the window again
 * @param name the handle of the person whom a measure is about
 * @param role what the person is to be
 * @param until when a ban or mute ends
 * @param title the room's new title; so the topic and the others
 * @param level what of the room counts as unread
 */
public record ClientFrame(
    String type,
    String id,
    String message,
    Long replyTo,
    Long seq,
    String emoji,
    Boolean on,
    String name,
    String role,
    String until,
    String title,
    String topic,
    Boolean readOnly,
    Long slow,
    Boolean archived,
    String level) {}
