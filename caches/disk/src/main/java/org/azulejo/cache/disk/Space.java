package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;

/** The room that tiles have on the disk. Safe for many threads. */
interface Space extends AutoCloseable {
  /** Something done to a file. */
  interface Deed {
    void run() throws IOException;
  }

  /**
   * Writes a file of so many bytes, once there is room for it.
   *
   * @throws IOException of the deed, or if there is no room
   */
  void write(Path file, int bytes, Deed deed) throws IOException, InterruptedException;

  void remove(Path file) throws IOException;

  /**
   * Remembers that a file was read.
   *
   * @param before its attributes before that
   */
  void used(Path file, BasicFileAttributes before);

  /** The bytes that the tiles take up, if anybody counts them. */
  OptionalLong size();

  @Override
  void close() throws InterruptedException;
}
