package org.guichet.flux.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Records what this JVM reads from files and exchanges with other machines. */
final class Watching implements AutoCloseable {
  private static final String FILE_READ = "jdk.FileRead";
  private static final List<String> SOCKET = List.of("jdk.SocketRead", "jdk.SocketWrite");
  private static final String PROCESS = "jdk.ProcessStart";

  private final Path file;
  private final Recording recording = new Recording();

  Watching(Path file) {
    this.file = file;
    Stream.concat(SOCKET.stream(), Stream.of(FILE_READ))
        .forEach(event -> recording.enable(event).withoutThreshold().withoutStackTrace());
    recording.enable(PROCESS);
    recording.start();
  }

  /**
   * Tells each file, peer and process once; nothing is recorded after. The temporary files of all
   * analyses are told as one.
   */
  void tell(BiConsumer<String, String> sink) throws IOException {
    recording.stop();
    recording.dump(file);
    Map<String, Set<String>> met = new TreeMap<>();
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        note(events.readEvent(), met);
      }
    }
    met.forEach((kind, names) -> names.forEach(name -> sink.accept(kind, name)));
  }

  private static void note(RecordedEvent event, Map<String, Set<String>> met) {
    String type = event.getEventType().getName();
    if (type.equals(FILE_READ)) {
      String path = event.getString("path").replaceFirst("(guichet-analysis-)\\d+", "$1");
      met.computeIfAbsent("read", kind -> new TreeSet<>()).add(path);
    } else if (SOCKET.contains(type)) {
      met.computeIfAbsent("socket", kind -> new TreeSet<>())
          .add(event.getString("address") + ":" + event.getInt("port"));
    } else {
      met.computeIfAbsent("process", kind -> new TreeSet<>()).add(event.toString());
    }
  }

  @Override
  public void close() {
    recording.close();
  }
}
