package chat.warren.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory in which everything is kept, held by one Warren at a time: two would number the
 * same log twice. The lock goes with the process, however it ends.
 */
final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes the directory if need be, and takes it.
   *
   * @throws DatabaseUnusable if it cannot be written, or another Warren holds it
   */
  static DataDirectory take(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("warren.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isFree(channel)) {
        channel.close();
        throw new DatabaseUnusable(
            "The data directory "
                + path
                + " is in use by another Warren. Stop that one, or set WARREN_DATA to a directory of its own.",
            null);
      }
      return new DataDirectory(path, channel);
    } catch (IOException e) {
      throw new DatabaseUnusable(
          "The data directory "
              + path
              + " cannot be written ("
              + e
              + "). Set WARREN_DATA to a directory that this process may write to.",
          e);
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException("cannot release " + path, e);
    }
  }
}
