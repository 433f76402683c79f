package org.guichet.audit.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guichet.audit.entity.ChainHead;
import org.guichet.platform.entity.Sha256;

/**
 * Heads that were exported, a line each: time, position, hash. Who keeps a copy where the server
 * can't write can later prove that the chain wasn't made anew.
 */
public final class HeadFile {
  private static final Pattern LINE = Pattern.compile("\\S+ (\\d{1,18}) ([0-9a-f]{64})");

  private final Path file;

  public HeadFile(Path data) {
    this.file = data.resolve("audit").resolve("heads.txt");
  }

  /** Adds a line, on disk before it returns. */
  public void append(ChainHead head, Instant now) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] line =
        "%s %d %s%n".formatted(now, head.position(), head.hash()).getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap(line));
      channel.force(true);
    }
  }

  /** What was exported, by position; what can't be read as a line is left out. */
  public Map<Long, Sha256> read() throws IOException {
    Map<Long, Sha256> heads = new HashMap<>();
    for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        heads.put(Long.parseLong(matcher.group(1)), new Sha256(matcher.group(2)));
      }
    }
    return heads;
  }
}
