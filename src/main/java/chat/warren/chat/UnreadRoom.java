package chat.warren.chat;

import chat.warren.room.Room;

/** A room of one person, and what that person has not read there. */
public record UnreadRoom(Room room, Tally tally) {}
