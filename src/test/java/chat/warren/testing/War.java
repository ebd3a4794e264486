package chat.warren.testing;

import java.io.File;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The one file that the build makes. */
public final class War {
  private War() {}

  public static Path file() {
    return Path.of(System.getProperty("warren.war", "target/warren.war")).toAbsolutePath();
  }

  /**
   * The file as Arquillian deploys it, under the context path {@code /warren}; with {@code
   * -Pscaled} on a PostgreSQL.
   */
  public static WebArchive archive() {
    if (Boolean.getBoolean("warren.scaled")) {
      System.setProperty("WARREN_DB", Postgres.shared().of(Path.of("target")));
    }
    File war = file().toFile();
    return ShrinkWrap.create(ZipImporter.class, "warren.war").importFrom(war).as(WebArchive.class);
  }
}
