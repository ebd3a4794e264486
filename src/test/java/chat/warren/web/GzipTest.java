package chat.warren.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GzipTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | true",
        "deflate,GZIP | true",
        "gzip;q=0.5 | true",
        "gzip;q=0 | false",
        "gzip; q=0.000 | false",
        "br | false",
        "x-gzipped | false",
        "identity | false"
      })
  void whatTheBrowserTakesIsSaidInItsHeader(String header, boolean accepted) {
    assertEquals(accepted, Gzip.isAccepted(header));
  }

  @ParameterizedTest
  @CsvSource({"'', false", ", false"})
  void whoeverSaysNothingGetsItPlain(String header, boolean accepted) {
    assertEquals(accepted, Gzip.isAccepted(header));
  }
}
