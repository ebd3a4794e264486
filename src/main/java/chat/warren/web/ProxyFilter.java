package chat.warren.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Believes the proxies in front, and nobody else, when they say who asks and whether it is over
 * TLS: {@code X-Forwarded-For} is read from its end, where the nearest proxy writes, up to the
 * first address that is no proxy's, so that what a client puts there itself is never reached.
 * Immutable.
 */
public final class ProxyFilter extends HttpFilter {
  private static final long serialVersionUID = 1;

  private final transient Set<Network> proxies;

  /**
   * @param proxies where requests come from that another server passes on
   */
  public ProxyFilter(Set<Network> proxies) {
    this.proxies = Set.copyOf(proxies);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean isPassedOn = isProxy(Network.address(request.getRemoteAddr()));
    chain.doFilter(isPassedOn ? asAsked(request) : request, response);
  }

  private boolean isProxy(Optional<InetAddress> address) {
    return address.isPresent()
        && proxies.stream().anyMatch(network -> network.contains(address.get()));
  }

  private HttpServletRequest asAsked(HttpServletRequest request) {
    String client = client(request.getRemoteAddr(), values(request, "X-Forwarded-For"));
    boolean isSecure = isSecure(request.isSecure(), values(request, "X-Forwarded-Proto"));
    return new HttpServletRequestWrapper(request) {
      @Override
      public String getRemoteAddr() {
        return client;
      }

      @Override
      public String getRemoteHost() {
        return client;
      }

      @Override
      public boolean isSecure() {
        return isSecure;
      }

      @Override
      public String getScheme() {
        return isSecure ? "https" : "http";
      }
    };
  }

  /**
   * @param nearest the proxy that is connected
   * @param forwarded whom each proxy was asked by, the nearest one's word last
   */
  String client(String nearest, List<String> forwarded) {
    String client = nearest;
    for (int i = forwarded.size() - 1; i >= 0; i--) {
      Optional<InetAddress> address = Network.address(forwarded.get(i));
      if (address.isEmpty()) {
        return client;
      }
      client = address.get().getHostAddress();
      if (!isProxy(address)) {
        return client;
      }
    }
    return client;
  }

  /** Of several proxies, each must have been asked over TLS. */
  private static boolean isSecure(boolean connection, List<String> schemes) {
    return schemes.isEmpty() ? connection : schemes.stream().allMatch("https"::equalsIgnoreCase);
  }

  private static List<String> values(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(line -> List.of(line.split(",")).stream())
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.toUnmodifiableList());
  }
}
