package chat.warren.live;

import chat.warren.chat.Notebook;
import chat.warren.chat.ReadMarks;
import chat.warren.chat.UnreadRooms;
import chat.warren.user.Preferences;

/** All that tells how far people have read, and when they were here. */
public record Reading(
    ReadMarks marks, UnreadRooms unread, Preferences preferences, Notebook notebook) {}
