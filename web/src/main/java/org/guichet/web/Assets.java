package org.guichet.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.guichet.platform.entity.Sha256;

/**
 * Addresses of style sheets, scripts and pictures. Each carries a digest of the content, so that
 * browsers may keep it for ever and still get a new one after an upgrade.
 */
@Named
@ApplicationScoped
public class Assets {
  static final String FOLDER = "/resources/";
  private static final int DIGITS = 12;

  private final Map<String, String> addresses = new ConcurrentHashMap<>();

  @Inject ServletContext context;

  /**
   * Where a browser gets it.
   *
   * @param name path under {@code resources/}: {@code css/guichet.css}
   */
  public String address(String name) {
    return addresses.computeIfAbsent(name, this::addressOf);
  }

  private String addressOf(String name) {
    String path = FOLDER + name;
    try (InputStream in = context.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no " + path);
      }
      String digest = Sha256.of(in.readAllBytes()).hex().substring(0, DIGITS);
      return context.getContextPath() + path + "?v=" + digest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
