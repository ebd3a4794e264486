package chat.warren.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a running launcher unpacks and Tomcat compiles: a directory below the system's temporary
 * one. A lock in it shows that it is in use, so that what a killed process left is removed by the
 * next start.
 */
final class WorkDirectory {
  private static final String PREFIX = "warren-work-";
  private static final String LOCK = "in-use.lock";

  private final Path path;
  private final FileChannel lock;

  private WorkDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static WorkDirectory create() throws IOException {
    Path path = Files.createTempDirectory(PREFIX);
    FileChannel channel =
        FileChannel.open(
            path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
    try (DirectoryStream<Path> others = Files.newDirectoryStream(path.getParent(), PREFIX + "*")) {
      for (Path other : others) {
        if (!other.equals(path) && isLeft(other.resolve(LOCK))) {
          delete(other);
        }
      }
    }
    return new WorkDirectory(path, channel);
  }

  Path path() {
    return path;
  }

  void delete() {
    try {
      lock.close();
    } catch (IOException e) {
      System.err.println("The lock of " + path + " was not released (" + e.getMessage() + ").");
    }
    delete(path);
  }

  /** One without its lock has just been made by somebody else; one of another user is not ours. */
  private static boolean isLeft(Path lock) {
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock taken = channel.tryLock()) {
      return taken != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("Left behind: " + directory + " (" + e.getMessage() + ").");
    }
  }
}
