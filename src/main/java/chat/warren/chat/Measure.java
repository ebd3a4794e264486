package chat.warren.chat;

import chat.warren.room.RoomSettings;

/**
 * What somebody asks to be done about a room or its people; what is absent is null.
 *
 * @param type the verb of a {@link chat.warren.room.Change}, or {@code room}
 * @param id the id that the client chose for it
 * @param name the handle of the person whom it is about; nobody's for {@code join}, {@code leave}
 *     and {@code room}
 * @param role what the person is to be
 * @param until when a ban or mute ends (ISO 8601); null for never
 * @param settings what the room is to be
 */
public record Measure(
    String type, String id, String name, String role, String until, RoomSettings settings) {}
