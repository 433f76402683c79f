package org.guichet.roster.control.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;

/**
 * Looks at a workbook's parts before a library does, which would take into memory whatever they
 * unfold to: how much they are, how long the longest piece of text, whether they declare entities.
 */
final class WorkbookGate {
  private static final int PARTS = 2_000;
  private static final long ALL_BYTES = 1L << 30;
  private static final long TEXTS_BYTES = 64L << 20;
  private static final long OTHER_PART_BYTES = 16L << 20;
  private static final int TEXTS = 1_000_000;

  /** Of text or a tag; the longest cell of a workbook is 32,767 characters. */
  private static final int RUN_BYTES = 300_000;

  private final byte[] buffer = new byte[1 << 16];
  private long total;

  private WorkbookGate() {}

  /** Returns when the workbook may be opened. */
  static void pass(Path file) throws IOException, UnreadableTableException {
    new WorkbookGate().look(file);
  }

  private void look(Path file) throws IOException, UnreadableTableException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("xl/workbook.xml") == null) {
        throw refused(RosterCode.NOT_A_TABLE, "zip");
      }
      Set<String> names = new HashSet<>();
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!names.add(entry.getName().toLowerCase(Locale.ROOT)) || names.size() > PARTS) {
          throw refused(RosterCode.WORKBOOK_BROKEN, entry.getName());
        }
        if (isRead(entry.getName())) {
          part(zip, entry);
        }
      }
    } catch (ZipException e) {
      throw refused(RosterCode.WORKBOOK_BROKEN, "");
    }
  }

  /** Pictures and the like are never opened. */
  private static boolean isRead(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".rels");
  }

  private void part(ZipFile zip, ZipEntry entry) throws IOException, UnreadableTableException {
    boolean texts = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
    boolean sheet = entry.getName().contains("worksheets/");
    long most = texts ? TEXTS_BYTES : sheet ? ALL_BYTES : OTHER_PART_BYTES;
    long size = 0;
    Markup markup = new Markup();
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        total += read;
        if (size > most || total > ALL_BYTES) {
          throw refused(RosterCode.WORKBOOK_TOO_LARGE, entry.getName());
        }
        markup.look(buffer, read, entry.getName());
      }
    }
    if (texts && markup.tags > 3L * TEXTS) {
      throw refused(RosterCode.WORKBOOK_TOO_LARGE, entry.getName());
    }
  }

  private static UnreadableTableException refused(RosterCode code, String part) {
    return new UnreadableTableException(RosterFinding.at(code, 0, part, part));
  }

  /** What the bytes of one part say as XML, as far as it matters here. */
  private static final class Markup {
    private long tags;
    private int run;
    private boolean opened;

    void look(byte[] bytes, int length, String part) throws UnreadableTableException {
      for (int i = 0; i < length; i++) {
        byte b = bytes[i];
        if (b == 0 || (opened && b == '!')) { // UTF-16, or a DOCTYPE
          throw refused(RosterCode.WORKBOOK_BROKEN, part);
        }
        opened = b == '<';
        run++;
        if (opened) {
          tags++;
          run = 0;
        } else if (run > RUN_BYTES) {
          throw refused(RosterCode.WORKBOOK_TOO_LARGE, part);
        }
      }
    }
  }
}
