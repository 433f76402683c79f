package org.guichet.platform.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Which Guichet this is, as written down when it was built. */
public final class About {
  private static final String UNKNOWN = "unknown";
  private static final Properties BUILD = load();

  private About() {}

  public static String version() {
    return told("guichet.version");
  }

  /** Short id of the commit, with {@code -dirty} when there was more; else {@code unknown}. */
  public static String commit() {
    return told("git.commit.id.describe");
  }

  /** A value that the build left unfilled is as good as none. */
  private static String told(String key) {
    String value = BUILD.getProperty(key, UNKNOWN);
    return value.isBlank() || value.startsWith("${") ? UNKNOWN : value;
  }

  private static Properties load() {
    Properties properties = new Properties();
    try (InputStream in = About.class.getResourceAsStream("/org/guichet/build.properties")) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
