package chat.warren.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * The icon, as {@code icons/warren.svg} has it: a rabbit on a green ground, 32 units wide.
 *
 * @param size pixels on each side
 * @param round whether the ground has round corners
 * @param scale of the rabbit on its ground
 */
record Rabbit(int size, boolean round, double scale) {
  private static final int UNITS = 32;
  private static final Color GROUND = new Color(0x3d5a45);
  private static final Color FUR = new Color(0xf6f3ec);

  byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    try {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.scale((double) size / UNITS, (double) size / UNITS);
      draw(pen);
    } finally {
      pen.dispose();
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private void draw(Graphics2D pen) {
    int corner = round ? 14 : 0;
    pen.setColor(GROUND);
    pen.fill(new RoundRectangle2D.Double(0, 0, UNITS, UNITS, corner, corner));
    pen.translate(UNITS / 2.0, UNITS / 2.0);
    pen.scale(scale, scale);
    pen.translate(-UNITS / 2.0, -UNITS / 2.0);
    pen.setColor(FUR);
    pen.fill(head());
    pen.setColor(GROUND);
    pen.fill(eye(13));
    pen.fill(eye(19));
  }

  private static Shape head() {
    Path2D head = new Path2D.Double();
    head.moveTo(11, 15);
    head.curveTo(8.5, 10, 9, 4, 11, 4);
    head.curveTo(13, 4, 14, 9, 14, 14);
    head.lineTo(18, 14);
    head.curveTo(18, 9, 19, 4, 21, 4);
    head.curveTo(23, 4, 23.5, 10, 21, 15);
    head.curveTo(24, 17, 25, 20, 25, 22);
    head.curveTo(25, 26, 21, 28, 16, 28);
    head.curveTo(11, 28, 7, 26, 7, 22);
    head.curveTo(7, 20, 8, 17, 11, 15);
    head.closePath();
    return head;
  }

  private static Shape eye(int x) {
    double radius = 1.3;
    return new Ellipse2D.Double(x - radius, 20 - radius, 2 * radius, 2 * radius);
  }
}
