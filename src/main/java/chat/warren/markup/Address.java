package chat.warren.markup;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a link leads to: a page ({@code http}, {@code https}) or a mail address, whole and without
 * anything that browsers read in another way than people do, such as a name before the host.
 *
 * @param url the address as browsers take it
 * @param host the part by which people know it, in ASCII (Punycode, RFC 3492); for mail the whole
 */
record Address(String url, String host) {
  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)(https?)://([\\p{L}\\p{M}\\p{N}.-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?"
              + "([/?#][^\\s\\p{Cntrl}\\p{Cf}\\\\<>\"]*)?");

  private static final Pattern MAIL =
      Pattern.compile("(?i)(?:mailto:)?([a-z0-9._+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+)");

  static Optional<Address> of(String written) {
    Matcher mail = MAIL.matcher(written);
    if (mail.matches()) {
      return Optional.of(new Address("mailto:" + mail.group(1), mail.group(1)));
    }
    Matcher page = PAGE.matcher(written);
    if (!page.matches()) {
      return Optional.empty();
    }
    try {
      String host = page.group(2).startsWith("[") ? page.group(2) : ascii(page.group(2));
      String port = page.group(3) == null ? "" : page.group(3);
      String rest = page.group(4) == null ? "" : page.group(4);
      String scheme = page.group(1).toLowerCase(Locale.ROOT);
      return Optional.of(new Address(scheme + "://" + host + port + rest, host + port));
    } catch (IllegalArgumentException noHost) {
      return Optional.empty();
    }
  }

  private static String ascii(String host) {
    String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
    if (!ascii.matches("[a-z0-9.-]+")) {
      throw new IllegalArgumentException(host);
    }
    return ascii;
  }
}
