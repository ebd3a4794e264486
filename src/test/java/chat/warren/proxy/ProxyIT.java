package chat.warren.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.warren.testing.Certificate;
import chat.warren.testing.ChatClient;
import chat.warren.testing.Nodes;
import chat.warren.testing.Site;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes behind the web servers of {@code server-config}, with TLS in front. */
@Tag("scaled")
class ProxyIT {
  private static final int CLIENTS = 6;
  private static final int TRIES = 50;

  @TempDir static Path directory;

  private static SSLContext usual;
  private static Certificate certificate;
  private static Nodes nodes;

  private ProxyProcess proxy;

  @BeforeAll
  static void trustTheCertificate() throws NoSuchAlgorithmException {
    certificate = Certificate.create(directory);
    usual = SSLContext.getDefault();
    SSLContext.setDefault(certificate.trust());
    nodes = Nodes.two(directory, Map.of("WARREN_PROXIES", "127.0.0.1"));
  }

  @AfterAll
  static void end() {
    SSLContext.setDefault(usual);
    if (nodes != null) {
      nodes.close();
    }
  }

  @AfterEach
  void endTheProxy() {
    if (proxy != null) {
      proxy.close();
    }
  }

  private Site start(Proxy kind) throws IOException {
    if (kind.installed().isEmpty()) {
      String missing = kind + " is not installed here, so its configuration is not tested.";
      System.out.println(missing);
      assumeTrue(false, missing);
    }
    Path own = Files.createTempDirectory(directory, kind.name());
    proxy = kind.start(own, certificate.pem(), nodes.ports());
    return proxy.site();
  }

  @ParameterizedTest
  @EnumSource
  void pagesFormsAndSocketsPassThroughOverTls(Proxy kind) throws IOException {
    Site alice = start(kind);
    assertEquals(303, alice.enter("Alice", "harbour").statusCode());
    assertTrue(alice.cookie("warren").orElseThrow().getSecure());
    assertTrue(alice.get("chat/harbour/").body().contains("id=\"composer\""));
    assertEquals(302, alice.get("chat/harbour").statusCode());

    Site bob = alice.asSomebodyElse();
    assertEquals(404, ChatClient.refusalOf(bob, "ws/chat/pier%2Fone", bob.origin()));
    try (ChatClient socket = ChatClient.open(bob, "ws/chat/harbour")) {
      assertTrue(bob.cookie("warren").orElseThrow().getSecure());
      socket.say("hello-" + kind, "hello");
      assertEquals("hello", socket.next("message").getString("message"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRequestThatWaitsIsAnsweredWhenSomethingIsSaid(Proxy kind) throws Exception {
    Site alice = start(kind);
    String messages = "api/rooms/pier-" + kind + "/messages";
    alice.enter("Alice", "pier-" + kind);
    CompletableFuture<HttpResponse<String>> waiting =
        CompletableFuture.supplyAsync(() -> alice.get(messages + "?since=0&wait=25"));
    Site bob = alice.asSomebodyElse();
    HttpResponse<String> posted = bob.postJson(messages, "{\"message\":\"ahoy\"}", bob.origin());
    assertEquals(201, posted.statusCode());
    HttpResponse<String> answer = waiting.get(40, TimeUnit.SECONDS);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\"message\":\"ahoy\""), answer.body());
  }

  @ParameterizedTest
  @EnumSource
  void aBrowserThatSpeaksHttp2IsFromTheSameOrigin(Proxy kind) throws Exception {
    Site site = start(kind);
    HttpClient browser = HttpClient.newHttpClient();
    HttpRequest post =
        HttpRequest.newBuilder(site.uri("api/rooms/quay/messages"))
            .header("Origin", site.origin())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"message\":\"hello\"}"))
            .build();
    HttpResponse<String> answer = browser.send(post, HttpResponse.BodyHandlers.ofString());
    assertEquals(HttpClient.Version.HTTP_2, answer.version());
    assertEquals(201, answer.statusCode(), answer.body());
  }

  @ParameterizedTest
  @EnumSource
  void aRequestWithoutTlsIsSentToTheSameAddressWithIt(Proxy kind) throws IOException {
    start(kind);
    HttpResponse<String> answer = proxy.plainSite().get("chat/tea%2Fhouse/?a=b");
    assertEquals(301, answer.statusCode());
    String location = answer.headers().firstValue("Location").orElse("");
    assertTrue(location.startsWith("https://127.0.0.1"), location);
    assertTrue(location.endsWith("/chat/tea%2Fhouse/?a=b"), location);
  }

  @ParameterizedTest
  @EnumSource
  void whoGuessesIsKnownByTheAddressThatTheProxySees(Proxy kind) throws Exception {
    start(kind);
    // The server remembers those of the other proxy.
    Guesser guesser = new Guesser(proxy.site(), "127.0.2." + kind.ordinal());
    for (int n = 0; n < TRIES; n++) {
      assertEquals(422, guesser.guess("203.0.113." + n));
    }
    // Each node lets one more pass before it has heard of the other's count, and meanwhile a few
    // are allowed again; two nodes that knew nothing of each other would take as many once more.
    int more = 0;
    while (guesser.guess("203.0.113.200") == 422) {
      more++;
      assertTrue(more < TRIES / 2, more + " more");
    }
    Guesser another = new Guesser(proxy.site(), "127.0.3." + kind.ordinal());
    assertEquals(422, another.guess("203.0.113.200"));
  }

  @ParameterizedTest
  @EnumSource
  void oneIsTakenOutAndItsPeopleGoOnWithTheOtherAndMissNothing(Proxy kind) throws IOException {
    Site site = start(kind);
    List<Traveller> people = new ArrayList<>();
    try {
      for (int n = 0; n < CLIENTS; n++) {
        people.add(new Traveller(site, "ws/chat/ferry-" + kind));
      }
      nodes.node(0).stop();
      long moved = cameBack(people, "stopped-" + kind);
      assertTrue(moved > 0 && moved < CLIENTS, moved + " of " + CLIENTS + " were on that node");
      nodes.start(0);
      nodes.awaitAll();
      nodes.node(1).kill();
      assertEquals(CLIENTS, cameBack(people, "killed-" + kind));
      people.forEach(traveller -> traveller.readUpTo(2 * CLIENTS));
    } finally {
      people.forEach(Traveller::close);
      nodes.node(1).close();
      nodes.start(1);
      nodes.awaitAll();
    }
  }

  private static long cameBack(List<Traveller> people, String id) {
    return people.stream().filter(traveller -> traveller.hadToComeBackToSay(id)).count();
  }
}
