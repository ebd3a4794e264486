package chat.warren.faults;

import static org.junit.jupiter.api.Assumptions.abort;

import chat.warren.testing.WarProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A data directory that can be full: on a file system of its own where the tests may mount one,
 * else by the limit on the size of the server's files.
 */
abstract class SmallDisk implements AutoCloseable {
  /** Makes a data directory below the given one; aborts the test where nothing is possible. */
  static SmallDisk below(Path directory) throws IOException {
    Path data = Files.createDirectory(directory.resolve("small"));
    if (run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", data.toString())) {
      return new Mounted(data);
    }
    if (run("prlimit", "--version")) {
      return new Limited(data);
    }
    return abort("a disk can neither be mounted nor limited here");
  }

  abstract Path data();

  /** Leaves no room. */
  abstract void fill(WarProcess war) throws IOException;

  /** Makes room again. */
  abstract void free(WarProcess war) throws IOException;

  @Override
  public void close() throws IOException {}

  private static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notHere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static final class Mounted extends SmallDisk {
    private final Path data;
    private final Path filler;

    Mounted(Path data) {
      this.data = data;
      this.filler = data.resolve("filler");
    }

    @Override
    Path data() {
      return data;
    }

    @Override
    void fill(WarProcess war) throws IOException {
      byte[] block = new byte[4_096];
      try (var file = Files.newOutputStream(filler)) {
        while (true) {
          file.write(block);
        }
      } catch (IOException full) {
        if (Files.getFileStore(data).getUsableSpace() > 0) {
          throw full;
        }
      }
    }

    @Override
    void free(WarProcess war) throws IOException {
      Files.delete(filler);
    }

    @Override
    public void close() {
      run("umount", "--lazy", data.toString());
    }
  }

  private static final class Limited extends SmallDisk {
    private final Path data;

    Limited(Path data) {
      this.data = data;
    }

    @Override
    Path data() {
      return data;
    }

    /** No file may grow beyond its first page; the hard limit stays, so that it can be lifted. */
    @Override
    void fill(WarProcess war) throws IOException {
      limit(war, "4096");
    }

    @Override
    void free(WarProcess war) throws IOException {
      limit(war, "unlimited");
    }

    private static void limit(WarProcess war, String bytes) throws IOException {
      if (!run("prlimit", "--pid", String.valueOf(war.pid()), "--fsize=" + bytes + ":unlimited")) {
        throw new IOException("the limit cannot be set");
      }
    }
  }
}
