package chat.warren.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A served Warren as one browser sees it, cookies included. */
public final class Site {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">([^<]+)</code>");

  private final URI base;
  private String language = "en";
  private final CookieManager cookies;
  private final HttpClient client;

  private Site(URI base, CookieManager cookies) {
    this.base = base;
    this.cookies = cookies;
    client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /** This browser set to a language, as {@code Accept-Language} has it. */
  public Site reading(String acceptLanguage) {
    language = acceptLanguage;
    return this;
  }

  String language() {
    return language;
  }

  /** At the address that Arquillian gives, which on some servers names the machine. */
  public static Site at(URL url) {
    return at(URI.create("http://127.0.0.1:" + url.getPort() + url.getPath()));
  }

  public static Site at(URI base) {
    return new Site(
        base.toString().endsWith("/") ? base : URI.create(base + "/"), new CookieManager());
  }

  /** The same server for another browser, which has no cookies yet. */
  public Site asSomebodyElse() {
    return new Site(base, new CookieManager());
  }

  /** The same browser, with its cookies, at another node. */
  public Site alsoAt(Site node) {
    return new Site(node.base, cookies);
  }

  /** The same browser, with its cookies, at another server of the same name. */
  public Site at(int port) {
    Site other =
        new Site(URI.create(base.toString().replaceFirst(":\\d+/", ":" + port + "/")), cookies);
    other.language = language;
    return other;
  }

  /** The address of a path below the context's root, given without a slash at its beginning. */
  public URI uri(String path) {
    return URI.create(base + path);
  }

  public String origin() {
    return base.getScheme() + "://" + base.getAuthority();
  }

  boolean isSecure() {
    return base.getScheme().equals("https");
  }

  public String contextPath() {
    return base.getPath().substring(0, base.getPath().length() - 1);
  }

  /** Takes cookies from an answer that came by another way than this browser's own. */
  void keepCookies(String path, Map<String, List<String>> headers) throws IOException {
    cookies.put(uri(path), headers);
  }

  public Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst();
  }

  /** The {@code Cookie} header that this browser sends. */
  public String cookieHeader() {
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Sends a form as a browser does, with the token of the page that holds it. */
  public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    Matcher token = CSRF.matcher(get(page).body());
    Map<String, String> all = new LinkedHashMap<>(fields);
    if (token.find()) {
      all.put("csrf", token.group(1));
    }
    return post(action, all, "Origin", origin());
  }

  public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(fields)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /**
   * Sends JSON.
   *
   * @param origin the origin that it claims, or null for none
   */
  public HttpResponse<String> postJson(String path, String json, String origin, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(Duration.ofSeconds(40))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (origin != null) {
      request.header("Origin", origin);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Chooses a name and enters a room by the lobby's form. */
  public HttpResponse<String> enter(String display, String room) {
    return submit("", "enter", Map.of("display", display, "room", room));
  }

  /** Makes an account by the form, and is signed in with it. */
  public HttpResponse<String> register(String handle, String display, String password) {
    return submit(
        "register", "register", Map.of("handle", handle, "display", display, "password", password));
  }

  /** Makes the first administrator by the form, and is signed in as that person. */
  public HttpResponse<String> setUp(String token, String handle, String display, String password) {
    Map<String, String> form =
        Map.of("token", token, "handle", handle, "display", display, "password", password);
    return submit("sign-in", "setup", form);
  }

  /** An administrator at this browser makes a token for an application and copies it. */
  public String makeToken(String label) {
    String page = submit("tokens", "tokens", Map.of("label", label)).body();
    Matcher secret = SECRET.matcher(page);
    if (!secret.find()) {
      throw new AssertionError("no token: " + page);
    }
    return secret.group(1);
  }

  /** Signs in by the form. */
  public HttpResponse<String> signIn(String handle, String password) {
    return submit("sign-in", "sign-in", Map.of("handle", handle, "password", password));
  }

  public static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> segment(field.getKey()) + "=" + segment(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
