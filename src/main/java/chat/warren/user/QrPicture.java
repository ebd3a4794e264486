package chat.warren.user;

import io.nayuki.qrcodegen.QrCode;

/**
 * An address as a QR code (ISO/IEC 18004), as views draw it in SVG.
 *
 * @param size the length of a side in modules, with the quiet zone around it
 * @param path the dark modules as SVG path data
 */
public record QrPicture(int size, String path) {
  /** The light margin that readers need. */
  private static final int QUIET = 4;

  /** The part of the plane that is seen, as SVG writes it. */
  public String viewBox() {
    return "0 0 " + size + " " + size;
  }

  static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(code.size + 2 * QUIET, path.toString());
  }
}
