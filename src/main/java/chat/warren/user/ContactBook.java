package chat.warren.user;

import java.util.List;

/**
 * What a person knows of the others; each list by the names that others read.
 *
 * @param contacts who is in contact with the person
 * @param asking who asks the person to be
 * @param asked whom the person asks, as far as nobody has answered
 * @param blocked who cannot write to the person
 * @param writers who may write to the person
 */
public record ContactBook(
    List<User> contacts,
    List<User> asking,
    List<User> asked,
    List<User> blocked,
    Writers writers) {}
