package org.guichet.insight.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.guichet.account.boundary.Members;
import org.guichet.notice.boundary.Notices;
import org.guichet.notice.entity.Notice;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;

/** Writes to an organisation's administrators, each in the own language; to its contact else. */
@Dependent
class Letters {
  @Inject Members members;
  @Inject Notices notices;
  @Inject Settings settings;

  private record Reader(String email, Locale language) {}

  /**
   * Posts a mail to each of them.
   *
   * @param arguments what the texts quote, in the reader's language
   * @param rows of the mail's table, in the reader's language
   * @param page where to go on, from the root of the portal
   * @param occasion what it is about: at most one mail of it ever goes to an address
   * @return to how many
   */
  int post(
      Caller caller,
      OrganisationView to,
      String template,
      Function<Locale, Map<String, String>> arguments,
      Function<Locale, List<Map<String, String>>> rows,
      String page,
      String occasion) {
    List<Reader> readers = readers(caller, to);
    for (Reader reader : readers) {
      Map<String, String> all = new HashMap<>(arguments.apply(reader.language()));
      all.put("organisation", to.matricule() + " " + to.name());
      all.put("link", settings.publicUrl() + page);
      all.put("publicUrl", settings.publicUrl().toString());
      String key = template + ":" + to.matricule() + ":" + occasion + ":" + reader.email();
      notices.post(
          caller,
          new Notice(reader.email(), reader.language(), template, all, List.of(), key)
              .with(rows.apply(reader.language())));
    }
    return readers.size();
  }

  private List<Reader> readers(Caller caller, OrganisationView to) {
    List<Reader> administrators =
        members.administrators(caller, to.id()).stream()
            .map(person -> new Reader(person.email(), person.language()))
            .toList();
    return administrators.isEmpty()
        ? List.of(new Reader(to.email(), to.language()))
        : administrators;
  }
}
