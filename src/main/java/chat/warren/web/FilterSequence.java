package chat.warren.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Filters one behind the other. Servers differ in the order in which they run filters that are put
 * before their own (Tomcat as registered, Payara the other way round), so Warren registers one.
 */
public final class FilterSequence extends HttpFilter {
  private static final long serialVersionUID = 1;

  private final transient List<Filter> filters;

  public FilterSequence(Filter... filters) {
    this.filters = List.of(filters);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    from(0, chain).doFilter(request, response);
  }

  private FilterChain from(int index, FilterChain end) {
    return index == filters.size()
        ? end
        : (request, response) ->
            filters.get(index).doFilter(request, response, from(index + 1, end));
  }
}
