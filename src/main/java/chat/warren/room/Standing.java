package chat.warren.room;

/** What one person may do in one room at one moment. */
public record Standing() {
  /**
   * @throws chat.warren.text.Refused if the person may not read
   */
  public void checkRead() {}

  /**
   * @throws chat.warren.text.Refused if the person may not speak
   */
  public void checkSpeak() {}
}
