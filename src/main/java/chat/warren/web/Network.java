package chat.warren.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All addresses that begin with the same bits, such as {@code 10.0.0.0/8}; a single one has no
 * slash (RFC 4632, RFC 4291). No name is ever looked up. Immutable.
 */
public final class Network {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final int IPV4_PARTS = 4;

  private final byte[] first;
  private final int bits;

  private Network(byte[] first, int bits) {
    this.first = first;
    this.bits = bits;
  }

  /**
   * @throws IllegalArgumentException if it is neither an address nor a network
   */
  public static Network of(String value) {
    int slash = value.indexOf('/');
    byte[] first =
        address(slash < 0 ? value : value.substring(0, slash))
            .orElseThrow(() -> new IllegalArgumentException(value))
            .getAddress();
    int bits = slash < 0 ? first.length * 8 : number(value.substring(slash + 1), first.length * 8);
    return new Network(first, bits);
  }

  /** The address that a text writes out, if it is one. */
  static Optional<InetAddress> address(String text) {
    try {
      if (text.indexOf(':') >= 0) {
        // The colon keeps Java from asking a name server.
        return Optional.of(InetAddress.getByName(text.replaceFirst("%.*", "")));
      }
      String[] parts = text.split("\\.", -1);
      if (parts.length != IPV4_PARTS) {
        return Optional.empty();
      }
      byte[] address = new byte[IPV4_PARTS];
      for (int i = 0; i < IPV4_PARTS; i++) {
        address[i] = (byte) number(parts[i], 255);
      }
      return Optional.of(InetAddress.getByAddress(address));
    } catch (UnknownHostException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int number(String text, int most) {
    if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > most) {
      throw new IllegalArgumentException(text);
    }
    return Integer.parseInt(text);
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != first.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((bytes[bit / 8] & mask) != (first[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network that && bits == that.bits && Arrays.equals(first, that.first);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(first) + bits;
  }
}
