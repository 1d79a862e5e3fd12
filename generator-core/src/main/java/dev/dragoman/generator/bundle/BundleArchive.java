package dev.dragoman.generator.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP archive that depends on its content only: entries in alphabetical order, with one time, and
 * not compressed, because jars are and another JDK would compress differently. Programs are marked
 * as such for the tools that restore permissions.
 */
final class BundleArchive {
  /**
   * After the first time of the format, at which the JDK would add one that depends on the zone.
   */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int HEADER_SIZE = 46;
  private static final int MADE_BY_UNIX = 3;
  private static final int PROGRAM = 0100755;
  private static final int FILE = 0100644;

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Set<String> programs = new TreeSet<>();

  /** Adds a file. */
  BundleArchive add(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  /** Adds a file that can be run. */
  BundleArchive addProgram(String name, byte[] content) {
    programs.add(name);
    return add(name, content);
  }

  boolean contains(String name) {
    return files.containsKey(name);
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(entry(file.getKey(), file.getValue()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return withPermissions(out.toByteArray());
  }

  private static ZipEntry entry(String name, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(sum.getValue());
    return entry;
  }

  /**
   * Sets what {@link ZipEntry} cannot: the host system and the external attributes, which contain
   * the file mode (APPNOTE.TXT, sections 4.4.2 and 4.4.15).
   */
  private byte[] withPermissions(byte[] zip) {
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.length - END_SIZE;
    if (buffer.getInt(end) != END) {
      throw new IllegalStateException("the end of the archive is not where it was written");
    }
    int header = buffer.getInt(end + 16);
    while (header < end && buffer.getInt(header) == CENTRAL_HEADER) {
      int length = Short.toUnsignedInt(buffer.getShort(header + 28));
      String name = new String(zip, header + HEADER_SIZE, length, StandardCharsets.UTF_8);
      buffer.put(header + 5, (byte) MADE_BY_UNIX);
      buffer.putInt(header + 38, (programs.contains(name) ? PROGRAM : FILE) << 16);
      int extra = Short.toUnsignedInt(buffer.getShort(header + 30));
      int comment = Short.toUnsignedInt(buffer.getShort(header + 32));
      header += HEADER_SIZE + length + extra + comment;
    }
    return zip;
  }
}
