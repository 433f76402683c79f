package org.guichet.flux.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file to be checked.
 *
 * @param name as reports call it
 * @param path null for standard input
 */
record Input(String name, @Nullable Path path) {
  private static final String STANDARD_INPUT = "-";

  /**
   * All files that are meant: of a folder, all that are called {@code .xml}, below it too.
   *
   * @throws Unusable when one of them isn't there, or can't be read, or a folder has none
   */
  static List<Input> of(List<String> arguments, CheckTexts texts) throws Unusable, IOException {
    List<Input> inputs = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(STANDARD_INPUT)) {
        if (inputs.stream().anyMatch(input -> input.path == null)) {
          throw new Unusable(texts.get("stdin-twice"));
        }
        inputs.add(new Input(STANDARD_INPUT, null));
      } else {
        add(Path.of(argument), argument, inputs, texts);
      }
    }
    return inputs;
  }

  private static void add(Path path, String name, List<Input> inputs, CheckTexts texts)
      throws Unusable, IOException {
    if (Files.isDirectory(path)) {
      List<Path> files = below(path);
      if (files.isEmpty()) {
        throw new Unusable(texts.get("empty-folder", name));
      }
      files.forEach(file -> inputs.add(new Input(file.toString(), file)));
    } else if (!Files.exists(path)) {
      throw new Unusable(texts.get("no-such-file", name));
    } else if (!Files.isReadable(path)) {
      throw new Unusable(texts.get("unreadable-file", name));
    } else {
      inputs.add(new Input(name, path));
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
          .sorted()
          .toList();
    }
  }

  /** The name without its folders. */
  String fileName() {
    Path last = path == null ? null : path.getFileName();
    return last == null ? name : last.toString();
  }

  /** The bytes on disk, where they can be read twice; what was copied goes when it is closed. */
  OnDisk onDisk(InputStream standardInput, Path tempFolder) throws IOException {
    if (path != null && Files.isRegularFile(path)) {
      return new OnDisk(path, false);
    }
    Path copy = Files.createTempFile(tempFolder, "guichet-check-", ".xml");
    try (InputStream in = path == null ? null : Files.newInputStream(path)) {
      Files.copy(in == null ? standardInput : in, copy, StandardCopyOption.REPLACE_EXISTING);
      return new OnDisk(copy, true);
    } catch (IOException e) {
      Files.delete(copy);
      throw e;
    }
  }

  /** A file, or a copy of what isn't one. */
  record OnDisk(Path path, boolean copied) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (copied) {
        Files.delete(path);
      }
    }
  }
}
