package chat.warren.wire;

/**
 * What a client sends; what is absent is null. Read by {@link FrameCodec} alone.
 *
 * @param type {@code message} (also when absent, as the plain dialect has it) or {@code ping}
 * @param id the id that the client chose for it
 * @param message the text
 */
public record ClientFrame(String type, String id, String message) {}
