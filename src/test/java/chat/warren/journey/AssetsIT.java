package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.ChatClient;
import chat.warren.testing.Site;
import chat.warren.testing.War;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files that pages are made with, and how pages and files travel. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AssetsIT {
  private static final Pattern ASSET = Pattern.compile("/assets/([0-9a-f]{16})/([^\"]+)\"");

  @Deployment(testable = false)
  static WebArchive war() {
    return War.archive();
  }

  @ArquillianResource private URL url;

  private Site alice;
  private String hash;

  @BeforeEach
  void theLobby() {
    alice = Site.at(url);
    Matcher asset = ASSET.matcher(alice.get("").body());
    assertTrue(asset.find());
    hash = asset.group(1);
  }

  @Test
  void aFileIsKeptForGoodUnderTheHashOfAllFiles() throws IOException {
    HttpResponse<String> file = alice.get("assets/" + hash + "/css/warren.css");
    assertEquals(200, file.statusCode());
    assertEquals(Files.readString(Path.of("webapp", "css", "warren.css")), file.body());
    assertEquals("public, max-age=31536000, immutable", header(file, "Cache-Control"));
    assertEquals(
        "text/css;charset=utf-8", header(file, "Content-Type").toLowerCase().replace(" ", ""));
    HttpResponse<String> module = alice.get("assets/" + hash + "/js/room/room.js");
    assertTrue(header(module, "Content-Type").startsWith("text/javascript"));
    HttpResponse<String> icon = alice.get("assets/" + hash + "/icons/warren.svg");
    assertTrue(header(icon, "Content-Type").startsWith("image/svg+xml"));
    assertEquals("default-src 'none'", header(icon, "Content-Security-Policy"));
  }

  @Test
  void underAnotherHashAFileIsGivenAndNeverKept() {
    HttpResponse<String> file = alice.get("assets/0123456789abcdef/css/warren.css");
    assertEquals(200, file.statusCode());
    assertEquals("no-store", header(file, "Cache-Control"));
  }

  @Test
  void nothingElseIsToBeHadThere() {
    for (String path :
        List.of(
            "WEB-INF/web.xml",
            "css/../WEB-INF/web.xml",
            "%2e%2e/WEB-INF/web.xml",
            "css/",
            "",
            "js/nope.js")) {
      HttpResponse<String> answer = alice.get("assets/" + hash + "/" + path);
      assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path);
      assertFalse(answer.body().contains("web-app"), path);
    }
    assertEquals(404, alice.get("assets").statusCode());
    assertEquals(404, alice.get("assets/").statusCode());
  }

  @Test
  void pagesAndFilesAreCompressedForWhoeverTakesThat() throws Exception {
    for (String path : List.of("", "assets/" + hash + "/css/warren.css", "chat/tea/")) {
      HttpResponse<byte[]> packed = bytes(path, "gzip, br");
      assertEquals("gzip", header(packed, "Content-Encoding"), path);
      assertTrue(packed.headers().allValues("Vary").toString().contains("Accept-Encoding"), path);
      byte[] plain = bytes(path, "identity").body();
      byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
      assertEquals(withoutToken(plain), withoutToken(unpacked), path);
      assertTrue(packed.body().length < plain.length / 2, path);
      assertEquals(String.valueOf(packed.body().length), header(packed, "Content-Length"));
      assertEquals("", header(bytes(path, "gzip;q=0"), "Content-Encoding"), path);
    }
  }

  @Test
  void theTokenOfAPagesFormsIsWrittenInAnotherWayEachTime() {
    Pattern token = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    Matcher first = token.matcher(alice.get("").body());
    Matcher second = token.matcher(alice.get("").body());
    assertTrue(first.find() && second.find());
    assertFalse(first.group(1).equals(second.group(1)));
    assertEquals(303, alice.enter("Alice", "tea").statusCode());
  }

  @Test
  void theAppAndItsWorkerKnowWhereTheyAre() {
    String root = alice.contextPath() + "/";
    HttpResponse<String> manifest = alice.get("manifest.webmanifest", "Accept-Language", "zh-TW");
    assertTrue(header(manifest, "Content-Type").startsWith("application/manifest+json"));
    JsonObject app = ChatClient.parse(manifest.body()).get(0);
    assertEquals(root, app.getString("start_url"));
    assertEquals(root, app.getString("scope"));
    assertEquals("zh-Hant", app.getString("lang"));
    HttpResponse<String> picture = alice.get("pictures/icon-192.png");
    assertTrue(header(picture, "Content-Type").startsWith("image/png"));
    assertEquals(404, alice.get("pictures/nope.png").statusCode());

    HttpResponse<String> worker = alice.get("service-worker.js");
    assertTrue(header(worker, "Content-Type").startsWith("text/javascript"));
    assertEquals("no-cache", header(worker, "Cache-Control"));
    JsonObject kept =
        ChatClient.parse(
                worker.body().lines().findFirst().orElseThrow().replaceAll("^.*?= |;$", ""))
            .get(0);
    assertEquals(root + "offline", kept.getString("page"));
    assertTrue(kept.getString("cache").endsWith(hash));
    for (JsonValue file : kept.getJsonArray("files")) {
      String path = ((JsonString) file).getString();
      assertTrue(path.startsWith(root + "assets/" + hash + "/"), path);
      assertEquals(200, alice.get(path.substring(root.length())).statusCode(), path);
    }
    assertTrue(alice.get("offline").body().contains("data-base=\"" + alice.contextPath() + "\""));
  }

  /** So that whatever changes has another address. */
  @Test
  void noPageNamesAFileWithoutItsHash() throws IOException {
    try (var files = Files.walk(Path.of("webapp", "WEB-INF"))) {
      for (Path page : files.filter(file -> file.toString().matches(".*\\.(jsp|tag)")).toList()) {
        Matcher bare = Pattern.compile("/(css|js|icons)/").matcher(Files.readString(page));
        assertFalse(bare.find(), page + " uses a file without assets.url()");
      }
    }
  }

  private HttpResponse<byte[]> bytes(String path, String encoding) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(alice.uri(path)).header("Accept-Encoding", encoding).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
  }

  private static String withoutToken(byte[] page) {
    return new String(page, StandardCharsets.UTF_8)
        .replaceAll("name=\"(csrf|id)\" value=\"[^\"]+\"", "");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
