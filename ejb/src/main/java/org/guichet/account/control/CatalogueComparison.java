package org.guichet.account.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Application;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.account.entity.CatalogueChange;
import org.guichet.account.entity.CatalogueChange.Sort;

/** Tells what differs between two catalogues, entry by entry. */
public final class CatalogueComparison {
  private CatalogueComparison() {}

  /** What there is in {@code after} and not so in {@code before}, then what is gone. */
  public static List<CatalogueChange> between(Catalogue before, Catalogue after) {
    Map<Entry, String> old = entries(before);
    Map<Entry, String> now = entries(after);
    List<CatalogueChange> changes = new ArrayList<>();
    now.forEach(
        (entry, text) -> {
          String was = old.getOrDefault(entry, "");
          if (!was.equals(text)) {
            changes.add(new CatalogueChange(entry.sort(), entry.code(), was, text));
          }
        });
    old.forEach(
        (entry, text) -> {
          if (!now.containsKey(entry)) {
            changes.add(new CatalogueChange(entry.sort(), entry.code(), text, ""));
          }
        });
    return changes;
  }

  private record Entry(Sort sort, String code) {}

  private static Map<Entry, String> entries(Catalogue catalogue) {
    Map<Entry, String> entries = new LinkedHashMap<>();
    for (Application service : catalogue.services()) {
      entries.put(
          new Entry(Sort.SERVICE, service.code()),
          names(service.names()) + (service.connected() ? " · connected" : ""));
      for (RightGroup group : service.profileGroups()) {
        entries.put(new Entry(Sort.PROFILE_GROUP, group.code()), names(group.names()));
        group
            .rights()
            .forEach(right -> entries.put(new Entry(Sort.PROFILE, right.code()), text(right)));
      }
      for (RightGroup group : service.groups()) {
        entries.put(new Entry(Sort.GROUP, group.code()), names(group.names()));
        group
            .rights()
            .forEach(
                right ->
                    entries.put(
                        new Entry(Sort.ROLE, group.code() + "/" + right.code()), text(right)));
      }
    }
    return entries;
  }

  private static String names(Names names) {
    return names.french() + " / " + names.english();
  }

  private static String text(Right right) {
    return names(right.names())
        + " · "
        + right.kind()
        + right.exclusion().map(set -> " · *" + set).orElse("")
        + " · "
        + new TreeSet<>(right.permissions())
            .stream().map(Enum::name).collect(Collectors.joining(", "));
  }
}
