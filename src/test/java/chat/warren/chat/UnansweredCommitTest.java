package chat.warren.chat;

import static chat.warren.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.db.Database;
import chat.warren.db.PostgresAddress;
import chat.warren.memory.InProcessBroker;
import chat.warren.testing.CommitProxy;
import chat.warren.testing.CommitProxy.Cut;
import chat.warren.testing.Eventually;
import chat.warren.testing.Postgres;
import chat.warren.text.Refusal;
import chat.warren.text.Refused;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;

/** The line to the database breaks at the commit, and nobody knows whether it was done. */
@Timeout(120)
class UnansweredCommitTest {
  private final BlockingQueue<Entry> heard = new LinkedBlockingQueue<>();
  private CommitProxy proxy;
  private String direct;
  private Log log;

  @BeforeEach
  void open(@TempDir Path directory) {
    direct = Postgres.shared().of(directory);
    int port = URI.create(direct.substring("jdbc:".length())).getPort();
    proxy = new CommitProxy(port);
    // With statements that are not prepared, so that the proxy sees the word.
    String url =
        direct.replaceFirst("//[^/]*/", "//127.0.0.1:" + proxy.port() + "/")
            + "&prepareThreshold=0";
    InProcessBroker broker = new InProcessBroker();
    log = new Log(Database.open(new PostgresAddress(url)), broker);
    broker.follow(log.lounge, heard::addAll);
    log.say(log.lounge, log.alice, "first", "hello");
  }

  @AfterEach
  void close() {
    proxy.close();
    log.close();
  }

  @Test
  void whatWasStoredIsAcknowledgedAndReadOnce() {
    proxy.cutNext(Cut.AFTER, false);
    Receipt receipt = log.say(log.lounge, log.alice, "a", "are you there?");
    assertEquals(2, receipt.entry().seq());
    assertFalse(receipt.again());
    assertEquals(3, log.say(log.lounge, log.alice, "b", "good").entry().seq());
    assertEquals(List.of("hello", "are you there?", "good"), log.texts(log.lounge));
    assertEquals(log.all(log.lounge), List.copyOf(heard));
  }

  @Test
  void whatWasNotStoredIsRefusedUntilItIsSentAgain() {
    proxy.cutNext(Cut.BEFORE, false);
    Refused refused =
        assertRefused(Refusal.NOT_STORED, () -> log.say(log.lounge, log.alice, "a", "hm?"));
    assertTrue(refused.refusal().retry());
    assertEquals(List.of("hello"), log.texts(log.lounge));
    Receipt receipt = log.say(log.lounge, log.alice, "a", "hm?");
    assertEquals(2, receipt.entry().seq());
    assertFalse(receipt.again());
    assertEquals(log.all(log.lounge), List.copyOf(heard));
  }

  @Test
  void whileNobodyCanSayItIsRefusedAndReadAsSoonAsTheDatabaseIsBack() throws Exception {
    proxy.cutNext(Cut.AFTER, true);
    assertRefused(Refusal.NOT_STORED, () -> log.say(log.lounge, log.alice, "a", "stored"));
    assertRefused(Refusal.NOT_STORED, () -> log.say(log.lounge, log.alice, "b", "not stored"));
    assertRefused(Refusal.STORE_AWAY, () -> log.history.head(log.lounge));
    proxy.comeBack();
    assertEquals("hello", heard.take().act().text());
    Entry found = heard.poll(30, TimeUnit.SECONDS);
    assertEquals("stored", found.act().text());
    assertEquals(new Receipt(found, true), log.say(log.lounge, log.alice, "a", "stored"));
    assertEquals(3, log.say(log.lounge, log.alice, "b", "not stored").entry().seq());
    assertEquals(List.of("hello", "stored", "not stored"), log.texts(log.lounge));
  }

  @Test
  void aTransactionThatSeemsNotToEndIsNotTakenForOneThatFailed() throws Exception {
    proxy.cutNext(Cut.AFTER, true);
    assertRefused(Refusal.NOT_STORED, () -> log.say(log.lounge, log.alice, "a", "stored"));
    try (Connection other = new Driver().connect(direct, new Properties());
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.executeQuery("select head from log where id = " + log.lounge + " for update");
      proxy.comeBack();
      // Longer than a lock is waited for.
      Eventually.pause(Duration.ofSeconds(10));
      assertEquals("hello", heard.take().act().text());
      assertNull(heard.poll());
    }
    Entry found = heard.poll(30, TimeUnit.SECONDS);
    assertEquals("stored", found == null ? null : found.act().text());
    assertEquals(new Receipt(found, true), log.say(log.lounge, log.alice, "a", "stored"));
  }
}
