package chat.warren.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Keeps what a view writes until it is whole, so that it can be compressed, and so that a defect in
 * the middle becomes an error page and no torn one. For one answer.
 */
final class WholePage extends HttpServletResponseWrapper {
  private final CharArrayWriter text = new CharArrayWriter(16 * 1024);
  private final PrintWriter writer = new PrintWriter(text);

  WholePage(HttpServletResponse response) {
    super(response);
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  @Override
  public ServletOutputStream getOutputStream() {
    throw new IllegalStateException("views write characters");
  }

  @Override
  public void flushBuffer() {
    writer.flush();
  }

  @Override
  public void resetBuffer() {
    text.reset();
  }

  @Override
  public void reset() {
    super.reset();
    text.reset();
  }

  /** Sends it, compressed if the browser takes that. */
  void send(HttpServletRequest request) throws IOException {
    writer.flush();
    byte[] page = text.toString().getBytes(StandardCharsets.UTF_8);
    HttpServletResponse response = (HttpServletResponse) getResponse();
    byte[] content = Gzip.choose(request, response, page.length) ? Gzip.compress(page) : page;
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
