package chat.warren.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.warren.testing.Site;
import chat.warren.testing.War;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a proxy says that stands in {@code WARREN_PROXIES}, as this machine does here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BehindProxyIT {
  private static final String SCHEME = "X-Forwarded-Proto";

  @Deployment(testable = false)
  static WebArchive war() {
    return War.archive();
  }

  @ArquillianResource private URL url;

  private Site site;

  @BeforeEach
  void aNewBrowser() {
    site = Site.at(url);
  }

  @Test
  void cookiesGoOverTlsAloneWhenTheProxyWasAskedOverTls() {
    assertTrue(isSecure(site.get("", SCHEME, "https")));
    assertTrue(isSecure(guest("https")));
  }

  @Test
  void cookiesGoOverPlainHttpWhenAnyProxyWasAskedSo() {
    assertFalse(isSecure(site.get("")));
    assertFalse(isSecure(guest("http")));
    assertFalse(isSecure(site.asSomebodyElse().get("", SCHEME, "http, https")));
  }

  @Test
  void aRedirectLeavesTheAddressInFrontOfTheProxyToTheBrowser() {
    for (String path : List.of("chat", "chat/tea", "enter", "profile")) {
      HttpResponse<String> answer = site.get(path, SCHEME, "https");
      assertEquals(HttpURLConnection.HTTP_MOVED_TEMP, answer.statusCode(), path);
      String location = answer.headers().firstValue("Location").orElse("");
      assertTrue(location.startsWith(site.contextPath() + "/"), location);
    }
  }

  /** The answer with which somebody new comes in. */
  private HttpResponse<String> guest(String scheme) {
    Site browser = site.asSomebodyElse();
    browser.get("");
    String token = browser.cookie("warren-form").orElseThrow().getValue();
    Map<String, String> form = Map.of("csrf", token, "display", "Ann", "room", "tea");
    HttpResponse<String> answer =
        browser.post("enter", form, "Origin", browser.origin(), SCHEME, scheme);
    assertEquals(HttpURLConnection.HTTP_SEE_OTHER, answer.statusCode());
    return answer;
  }

  private static boolean isSecure(HttpResponse<String> answer) {
    List<String> cookies = answer.headers().allValues("Set-Cookie");
    assertFalse(cookies.isEmpty());
    return cookies.stream().allMatch(cookie -> cookie.contains("; Secure"));
  }
}
