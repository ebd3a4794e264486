package chat.warren.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    Path made = path.resolve(LOCK + ".new");
    FileChannel channel =
        FileChannel.open(made, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.lock();
    // From the moment on in which others find it, it is locked.
    Files.move(made, path.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
    try (DirectoryStream<Path> others = Files.newDirectoryStream(path.getParent(), PREFIX + "*")) {
      for (Path other : others) {
        if (!other.equals(path)) {
          deleteIfLeft(other);
        }
      }
    }
    return new WorkDirectory(path, channel);
  }

  Path path() {
    return path;
  }

  void delete() {
    delete(path);
    try {
      lock.close();
    } catch (IOException e) {
      System.err.println("The lock of " + path + " was not released (" + e.getMessage() + ").");
    }
    if (Files.exists(path)) {
      // Where nothing can be deleted that is open.
      delete(path);
    }
  }

  /** One without its lock has just been made by somebody else; one of another user is not ours. */
  private static void deleteIfLeft(Path directory) {
    try (FileChannel channel = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock taken = channel.tryLock()) {
      if (taken != null) {
        delete(directory);
      }
    } catch (IOException e) {
      // It is in use, or gone.
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException e) {
      if (!isGone(e)) {
        System.err.println("Left behind: " + directory + " (" + e.getMessage() + ").");
      }
    }
  }

  /** Whether somebody else who starts deletes the same. */
  private static boolean isGone(Exception e) {
    return e instanceof NoSuchFileException || e.getCause() instanceof NoSuchFileException;
  }
}
