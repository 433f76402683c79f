package org.guichet.web.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.web.Texts;

/** Reads from what a browser calls itself how people call it. */
final class Agent {
  /** In this order: browsers name those that they want to be taken for, too. */
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Firefox/", "Firefox"),
          Map.entry("Edg/", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("Safari/", "Safari"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("Windows", "Windows"),
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iOS"),
          Map.entry("iPad", "iPadOS"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("Linux", "Linux"));

  private Agent() {}

  /** {@code Firefox sous Linux}; a general word for what isn't known. */
  static String name(String agent, Texts texts) {
    Optional<String> browser = first(BROWSERS, agent);
    Optional<String> system = first(SYSTEMS, agent);
    if (browser.isPresent() && system.isPresent()) {
      return texts.text("sessions.agent.on", browser.get(), system.get());
    }
    return browser.or(() -> system).orElseGet(() -> texts.text("sessions.agent.other"));
  }

  private static Optional<String> first(List<Map.Entry<String, String>> names, String agent) {
    return names.stream()
        .filter(name -> agent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
